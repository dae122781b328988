package org.sanban.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that can get stuck: then it accepts whoever calls and says nothing. */
final class Post implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    private final AtomicInteger received = new AtomicInteger();
    private volatile boolean stuck;

    Post() throws IOException {
        Thread.ofVirtual().start(() -> {
            while (!door.isClosed()) {
                try {
                    Socket caller = door.accept();
                    Thread.ofVirtual().start(() -> serve(caller));
                } catch (IOException e) {
                    // closed
                }
            }
        });
    }

    int port() {
        return door.getLocalPort();
    }

    void stuck(boolean is) {
        stuck = is;
    }

    /** How many mails were accepted to their end. */
    int received() {
        return received.get();
    }

    private void serve(Socket caller) {
        try (caller; BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1)); OutputStream out = caller.getOutputStream()) {
            while (stuck) {
                Thread.sleep(100);
            }
            say(out, "220 post");
            for (String line = in.readLine(); line != null && !line.startsWith("QUIT"); line = in.readLine()) {
                if (line.startsWith("DATA")) {
                    say(out, "354 go on");
                    while (!".".equals(in.readLine())) {
                        // the mail
                    }
                    received.incrementAndGet();
                }
                say(out, "250 yes");
            }
            say(out, "221 bye");
        } catch (IOException e) {
            // the caller went away
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
