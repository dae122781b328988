package org.sanban.security;

/**
 * How an account stands at this moment.
 *
 * @param open neither disabled nor of a person who has left
 * @param mustChange the password is a one-time one: nothing but changing it is allowed
 */
public record Standing(int generation, boolean open, boolean mustChange) {}
