package org.sanban.layout;

/** Black 100 %, or red of yellow 80 % and magenta 80 %. */
public enum Ink {
    BLACK,
    RED
}
