package org.sanban.routing;

import java.util.Optional;

/** The directory of bodies, retired ones included: a retired name must be told from one that never was. */
public interface Bodies {

    Optional<Body> byId(long id);

    /** The body that bears exactly this name or short name; an active one first. */
    Optional<Body> named(String name);
}
