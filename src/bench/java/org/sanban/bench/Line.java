package org.sanban.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** One kept HTTP/1.1 connection, opened again where the server ends it after its hundred requests: what is sent is made beforehand and what comes back is counted, so that the asking costs little beside the answer. */
final class Line implements AutoCloseable {

    /** @param location where a redirect leads, or empty */
    record Answer(int status, int bytes, String location) {}

    private final int port;
    private final byte[] buffer = new byte[16_384];
    private Socket socket;
    private OutputStream out;
    private InputStream in;

    Line(int port) throws IOException {
        this.port = port;
        open();
    }

    private void open() throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream(), 65_536);
    }

    static byte[] get(String path, String cookies) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookies + "\r\nAccept: text/html, */*;q=0.1\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] post(String path, String cookies, String csrf, String form) {
        return post(path, cookies, csrf, "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] post(String path, String cookies, String csrf, String type, byte[] body) {
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookies + "\r\nAccept: text/html, */*;q=0.1\r\nX-CSRF-TOKEN: " + csrf
                + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    Answer ask(byte[] request) throws IOException {
        out.write(request);
        out.flush();
        int status = Integer.parseInt(head().split(" ")[1]);
        int length = -1;
        String location = "";
        boolean last = false;
        boolean chunked = false;
        for (String header = head(); !header.isEmpty(); header = head()) {
            String name = header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT);
            String value = header.substring(header.indexOf(':') + 1).strip();
            switch (name) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = true;
                case "location" -> location = value;
                case "connection" -> last = value.equalsIgnoreCase("close");
                default -> { }
            }
        }
        // The proxy's own page tells no length and ends with the connection.
        int bytes = length >= 0 ? skip(length) : chunked ? chunks() : 0;
        if (last) {
            socket.close();
            open();
        }
        return new Answer(status, bytes, location);
    }

    private int chunks() throws IOException {
        int all = 0;
        for (int size = Integer.parseInt(head(), 16); size > 0; size = Integer.parseInt(head(), 16)) {
            all += skip(size);
            head();
        }
        head();
        return all;
    }

    private int skip(int bytes) throws IOException {
        for (int left = bytes; left > 0; ) {
            int read = in.read(buffer, 0, Math.min(left, buffer.length));
            if (read < 0) {
                throw new IOException("the answer ended early");
            }
            left -= read;
        }
        return bytes;
    }

    private String head() throws IOException {
        int n = 0;
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the line was closed");
            }
            if (b != '\r') {
                buffer[n++] = (byte) b;
            }
        }
        return new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
