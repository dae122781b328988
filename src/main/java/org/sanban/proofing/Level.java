package org.sanban.proofing;

/** Levels of a paper's text (结构层次): 一、 （一） 1. （1）; a paragraph without a mark is plain text. */
public enum Level { TEXT, FIRST, SECOND, THIRD, FOURTH }
