package org.sanban.wire;

import java.sql.SQLException;

/** What a wired connection is, beside a connection. */
interface Waiting {

    void add(Part part) throws SQLException;
}
