#include "troupe-currency-text.h"

#include "troupe-money.h"
#include "troupe-text.h"

static const struct { const char *word, *code; } words[] = {
  { "人民币", "CNY" }, { "人民币元", "CNY" }, { "元", "CNY" },   { "rmb", "CNY" },
  { "美元", "USD" },   { "美金", "USD" },     { "us$", "USD" },
  { "港币", "HKD" },   { "港元", "HKD" },     { "hk$", "HKD" },
  { "新台币", "TWD" }, { "台币", "TWD" },     { "新臺幣", "TWD" }, { "nt$", "TWD" },
  { "欧元", "EUR" },   { "€", "EUR" },        { "英镑", "GBP" },   { "£", "GBP" },
  { "日元", "JPY" },   { "日圆", "JPY" },     { "円", "JPY" },
  { "韩元", "KRW" },   { "₩", "KRW" },        { "新加坡元", "SGD" }, { "s$", "SGD" },
  { "泰铢", "THB" },   { "越南盾", "VND" },   { "印尼盾", "IDR" }, { "rp", "IDR" },
  { "澳元", "AUD" },   { "a$", "AUD" },       { "加元", "CAD" },   { "c$", "CAD" },
  { "巴西雷亚尔", "BRL" }, { "r$", "BRL" },
};

const char *
troupe_currency_read (const char *text)
{
  g_autofree char *folded = troupe_text_fold (text), *code = g_ascii_strup (folded, -1);

  if (troupe_currency_exponent (code) >= 0)
    return g_intern_string (code);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word, folded))
      return words[i].code;

  return NULL;
}
