package org.sanban.layout.fonts;

/** What a font is for (GB/T 9704-2012): 仿宋, 小标宋, 黑体, 楷体, 宋体. */
public enum FontRole {
    FANGSONG,
    TITLE,
    BLACK,
    KAI,
    SONG
}
