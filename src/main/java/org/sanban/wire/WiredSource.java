package org.sanban.wire;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A pool whose connections send together what waits for no answer. */
final class WiredSource extends DelegatingDataSource {

    WiredSource(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return WiredConnection.over(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return WiredConnection.over(super.getConnection(user, password));
    }
}
