#include "troupe-demo-star.h"

const TroupeDemoStar troupe_demo_stars[TROUPE_DEMO_STARS] = {
  { "南枝", "Nan Zhi", "唱歌", "林予安", "1999-04-12", "nanzhi", "DK", 204, 50, "2025-03-01", "2028-02-29" },
  { "小满", "Xiaoman", "舞蹈", "蒋雪吟", "2001-05-21", "xiaoman", "D", 164, 45, "2024-07-01", "2027-06-30" },
  { "阿梨", "Ali Pear", "脱口秀", "薛晴川", "1997-09-03", "alipear", "DK", 142, 50, "2024-12-01", "2026-11-30" },
  { "宝哥小灶", "Bao's Kitchen", "美食", "包敬尧", "1991-01-17", "baokitchen", "DB", 118, 55, "2024-10-01", "2027-09-30" },
  { "阿澄", "A-Cheng", "唱歌", "郑以澄", "2000-11-08", "acheng", "DK", 102, 45, "2025-04-01", "2027-03-31" },
  { "程野说车", "Cheng Ye on Cars", "汽车", "程野", "1990-06-25", "chengye", "DB", 97, 60, "2024-02-01", "2028-01-31" },
  { "柚子不加糖", "Yuzu No Sugar", "脱口秀", "尤知夏", "2002-02-14", "yuzu", "D", 83, 40, "2024-12-16", "2026-12-15" },
  { "Juniper Vale", "朱妮", "音乐", "Juniper A. Vale", "1996-08-30", "junipervale", "WY", 88, 65, "2024-09-01", "2027-08-31" },
  { "半夏手作", "Banxia Crafts", "手工", "夏知白", "1993-06-11", "banxia", "DT", 76, 60, "2024-12-01", "2027-11-30" },
  { "老周野钓", "Old Zhou Fishing", "户外", "周广田", "1979-03-28", "laozhou", "DK", 68, 50, "2025-05-01", "2027-04-30" },
  { "晚星", "Evening Star", "情感", "顾晚", "1998-12-01", "wanxing", "DK", 66, 45, "2024-09-01", "2027-08-31" },
  { "鹿鸣读书", "Luming Reads", "读书", "陆鸣", "1988-04-23", "luming", "DB", 62, 55, "2025-06-01", "2027-05-31" },
  { "青禾农场", "Qinghe Farm", "三农", "何青禾", "1986-09-09", "qinghe", "KD", 74, 65, "2025-04-01", "2028-03-31" },
  { "Kestrel Plays", "红隼", "游戏", "Callum T. Brae", "1995-10-19", "kestrelplays", "WY", 71, 65, "2025-02-01", NULL },
  { "橘子汽水厂", "Orange Soda Works", "搞笑", "季橙", "2001-07-07", "orangesoda", "KD", 64, 50, "2025-01-01", "2027-12-31" },
  { "云上阿吉", "Aji of the Clouds", "民族歌舞", "杨阿吉", "1999-10-10", "ajicloud", "KD", 58, 50, "2025-03-15", "2028-03-14" },
  { "莫问归期", "Mo Wen", "国风", "莫文琦", "1998-03-18", "mowen", "BD", 56, 50, "2025-02-01", "2027-01-31" },
  { "大壮修机器", "Dazhuang Repairs", "维修", "孟大壮", "1984-11-30", "dazhuang", "KB", 54, 60, "2024-11-01", "2026-10-31" },
  { "Odette Quill", "奥黛", "绘画", "Odette M. Quill", "1997-02-02", "odettequill", "YW", 49, 60, "2025-05-01", NULL },
  { "西窗听雨", "Rain at the West Window", "古筝", "沈听澜", "1995-07-19", "xichuang", "BD", 47, 55, "2025-01-15", "2028-01-14" },
  { "老胡探店", "Old Hu Eats Out", "美食", "胡小川", "1984-08-16", "laohu", "DK", 52, 50, "2025-07-01", "2027-06-30" },
  { "弥生不熬夜", "Yayoi Sleeps Early", "美妆", "米笙", "2000-03-03", "misheng", "D", 49, 50, "2025-06-15", "2027-06-14" },
  { "Tamsin Reef", "塔姆辛", "旅行", "Tamsin J. Reeve", "1993-05-27", "tamsinreef", "TY", 44, 60, "2025-08-01", NULL },
  { "麦田里的阿九", "Ajiu in the Fields", "三农", "贺九成", "1989-10-05", "ajiu", "K", 46, 55, "2025-03-01", "2027-02-28" },
  { "星河电台", "Galaxy Radio", "情感", "秦朗月", "1996-01-26", "galaxyradio", "DB", 43, 45, "2025-02-15", "2027-02-14" },
  { "不语", "Buyu", "唱歌", "卜予", "2003-06-06", "buyu", "D", 41, 45, "2025-10-01", "2028-09-30" },
  { "Pixel Harrow", "像素犁", "游戏", "Owen R. Harrow", "1998-11-13", "pixelharrow", "WB", 42, 60, "2025-01-01", "2026-12-31" },
  { "三水同学", "Classmate Sanshui", "校园", "冰淼", "2002-09-20", "sanshui", "DB", 39, 50, "2024-07-01", "2026-06-30" },
  { "铁锅炖一切", "Iron Pot Stew", "美食", "佟满仓", "1987-12-12", "ironpot", "KD", 44, 55, "2025-05-15", "2027-05-14" },
  { "岚山", "Lanshan", "国风", "岳岚", "1999-08-08", "lanshan", "DB", 37, 45, "2025-09-01", "2028-08-31" },
  { "Nova Sable", "诺娃", "脱口秀", "Noemi V. Sable", "1994-04-04", "novasable", "TW", 36, 55, "2025-06-01", NULL },
  { "小舟同学", "Xiaozhou", "舞蹈", "舟可", "2009-05-02", "xiaozhou", "DB", 33, 50, "2026-03-01", "2027-02-28" },
  { "蓝莓实验室", "Blueberry Lab", "科普", "蓝致远", "1992-07-30", "blueberry", "BY", 38, 60, "2025-03-01", "2027-02-28" },
  { "打铁的老魏", "Wei the Smith", "手工", "魏承钢", "1976-02-19", "weismith", "KB", 36, 60, "2025-04-15", "2028-04-14" },
  { "栗子味的风", "Chestnut Wind", "穿搭", "栗珊", "2001-10-28", "chestnut", "DT", 35, 50, "2025-11-01", "2027-10-31" },
  { "夜航船长", "Night Captain", "读书", "章远航", "1985-05-15", "nightcaptain", "B", 31, 55, "2024-12-01", "2026-11-30" },
  { "江浔", "Jiang Xun", "游戏", "江浔", "2000-01-09", "jiangxun", "DW", 40, 50, "2025-03-01", "2027-02-28" },
  { "Bram Cooks", "布拉姆", "美食", "Bram van Oosten", "1990-09-29", "bramcooks", "YT", 34, 60, "2025-09-01", NULL },
  { "雪豹不上班", "Snow Leopard Off Duty", "户外", "白玛次", "1996-12-22", "snowleopard", "KD", 32, 50, "2025-08-15", "2027-08-14" },
  { "糯米团长", "Captain Nuomi", "母婴", "诺敏", "1991-03-08", "nuomi", "DK", 36, 60, "2025-05-01", "2027-04-30" },
  { "一根葱", "One Spring Onion", "搞笑", "丛一根", "1999-02-27", "onionone", "K", 29, 45, "2025-06-01", "2027-05-31" },
  { "Wren Holloway", "芮恩", "音乐", "Wren E. Holloway", "2000-06-18", "wrenholloway", "YW", 30, 60, "2026-01-01", NULL },
  { "白露为霜", "White Dew", "唱歌", "白令仪", "2002-10-24", "whitedew", "D", 28, 45, "2026-01-15", "2028-01-14" },
  { "电车少女阿柒", "Aqi by Tram", "旅行", "戚柒", "1998-05-05", "aqitram", "BD", 28, 50, "2025-12-01", "2027-11-30" },
  { "山下木工房", "Foothill Woodshop", "手工", "穆春山", "1982-08-21", "woodshop", "BK", 27, 60, "2025-07-15", "2028-07-14" },
  { "Cobalt Finch", "钴蓝", "绘画", "Finn A. Calder", "1999-03-11", "cobaltfinch", "WT", 26, 55, "2026-02-01", NULL },
  { "月半弯", "Half Moon", "脱口秀", "万月", "1994-11-02", "halfmoon", "DK", 25, 45, "2025-10-15", "2027-10-14" },
  { "海风修理铺", "Sea Wind Repairs", "维修", "冯海潮", "1980-07-13", "seawind", "K", 24, 55, "2026-03-01", "2028-02-29" },
  { "芝麻开饭", "Open Sesame Dinner", "美食", "芮芝", "1997-01-31", "sesame", "DT", 25, 55, "2025-12-15", "2027-12-14" },
  { "初九", "Chujiu", "国风", "楚玖", "2003-02-09", "chujiu", "BD", 22, 45, "2026-04-01", "2028-03-31" },
  { "Saffron Pike", "藏红花", "户外", "Sofia L. Pike", "1992-10-01", "saffronpike", "YT", 24, 60, "2026-03-15", NULL },
  { "慢慢跑", "Slow Runner", "运动", "满跑", "1993-09-14", "slowrunner", "DB", 21, 50, "2026-02-15", "2028-02-14" },
  { "豆丁他爸", "Douding's Dad", "亲子", "窦建平", "1988-06-01", "doudad", "KD", 22, 55, "2025-11-15", "2027-11-14" },
  { "小鱼划水", "Little Fish Slacks", "游戏", "于划", "2001-12-18", "littlefish", "B", 19, 45, "2026-05-01", "2028-04-30" },
  { "Teodor Lunde", "泰奥多", "科普", "Teodor K. Lunde", "1987-04-20", "teodorlunde", "Y", 18, 60, "2026-04-15", NULL },
  { "红豆生南", "Red Bean", "美妆", "洪豆蔻", "2000-08-26", "redbean", "D", 18, 45, "2026-06-01", "2028-05-31" },
  { "竹影", "Bamboo Shade", "书法", "祝颖", "1990-12-05", "bamboo", "BD", 14, 50, "2026-05-15", "2028-05-14" },
  { "石头会画画", "Stone Can Draw", "绘画", "石亦磊", "1995-03-22", "stonedraw", "KT", 12, 50, "2026-07-01", "2028-06-30" },
  { "墨潭", "Mo Tan", "唱歌", "覃墨", "2004-01-15", "motan", "D", 10, 40, "2026-10-01", "2027-01-14" },
  { "阿福的下午茶", "Afu's Tea", "生活", "傅安", "1978-10-17", "afutea", "K", 1, 40, "2026-01-01", "2027-12-31" },
};

TroupeDay
troupe_demo_day (const char *text)
{
  TroupeDay day = TROUPE_NONE;

  if (text != NULL && !troupe_day_parse (text, &day, NULL))
    g_error ("“%s” is not a day", text);
  return day;
}

TroupeMonth
troupe_demo_month (const char *text)
{
  TroupeMonth month = TROUPE_NONE;

  if (!troupe_month_parse (text, &month, NULL))
    g_error ("“%s” is not a month", text);
  return month;
}

const char *
troupe_demo_platform_name (char letter)
{
  switch (letter)
    {
    case 'D':
      return "douyin";
    case 'K':
      return "kuaishou";
    case 'B':
      return "bilibili";
    case 'Y':
      return "youtube";
    case 'W':
      return "twitch";
    case 'T':
      return "tiktok";
    default:
      g_return_val_if_reached (NULL);
    }
}
