package org.sanban.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/**
 * The least that a page costs here: the same Tomcat, one query for as many rows, and a string as long as the page. No session, no rights,
 * no template.
 */
final class Floor implements AutoCloseable {

    private final Tomcat tomcat = new Tomcat();

    /** @param rows prepared once and asked for at each request; its first column is written out */
    Floor(DataSource source, String rows) {
        tomcat.setBaseDir(Path.of("target", "bench", "floor").toAbsolutePath().toString());
        tomcat.setPort(0);
        tomcat.getConnector();
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "floor", new Page(source, rows));
        context.addServletMappingDecoded("/", "floor");
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return tomcat.getConnector().getLocalPort();
    }

    /** A page of so many bytes. */
    static byte[] request(int bytes) {
        return Line.get("/?bytes=" + bytes, "none=0");
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Page extends HttpServlet {

        private static final long serialVersionUID = 1;

        private final transient DataSource source;
        private final String rows;

        Page(DataSource source, String rows) {
            this.source = source;
            this.rows = rows;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            int size = Integer.parseInt(request.getParameter("bytes"));
            StringBuilder page = new StringBuilder(size);
            try (Connection connection = source.getConnection(); PreparedStatement statement = connection.prepareStatement(rows); ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    page.append("<tr><td>").append(row.getString(1)).append("</td></tr>\n");
                }
            } catch (SQLException e) {
                throw new IOException(e);
            }
            byte[] text = page.toString().getBytes(StandardCharsets.UTF_8);
            byte[] whole = java.util.Arrays.copyOf(text, Math.max(size, text.length));
            java.util.Arrays.fill(whole, text.length, whole.length, (byte) ' ');
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(whole.length);
            response.getOutputStream().write(whole);
        }
    }
}
