package org.sanban.documents;

/** Direction of a document as its sender sees it (上行文、平行文、下行文). */
public enum Direction {
    UP,
    LATERAL,
    DOWN
}
