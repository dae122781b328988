package org.sanban.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reviewer who attaches texts to a letter, one after the other, whether the store has room for them or not. */
final class Filling {

    private final int door;
    private final Visitor reviewer;
    private final String letter;
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private int refused;
    private int failed;

    /** @param letter as {@code incoming/12}, before the first reviewer */
    Filling(int door, String letter) {
        this.door = door;
        this.reviewer = Visitor.in(door, "s007");
        this.letter = letter;
    }

    /** So many attempts, each until it is answered. */
    void attach(int texts) throws InterruptedException {
        for (int n = 0; n < texts; n++) {
            String name = "text-" + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".txt";
            byte[] text = ("第" + name + "号。" + "请各单位按时报送。".repeat(8_000)).getBytes(StandardCharsets.UTF_8);
            byte[] form = reviewer.attaches(letter, name, text);
            while (!answered(name, text, form)) {
                Thread.sleep(200);
            }
        }
    }

    private boolean answered(String name, byte[] text, byte[] form) {
        try (Line line = new Line(door)) {
            int status = line.ask(form).status();
            if (status == 303) {
                acknowledged.put(name, hash(text));
            } else if (status == 422 || status == 503) {
                refused++;
            } else {
                failed++;
            }
            return status < 500;
        } catch (IOException e) {
            return false;
        }
    }

    private static String hash(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    int acknowledged() {
        return acknowledged.size();
    }

    int refused() {
        return refused;
    }

    /** Answered with neither yes nor a sentence. */
    int failed() {
        return failed;
    }

    /** How many that were acknowledged are not there once, byte for byte. */
    long lost(JdbcClient jdbc, Path store) {
        return acknowledged.entrySet().stream().filter(one -> !stands(jdbc, store, one.getKey(), one.getValue())).count();
    }

    private static boolean stands(JdbcClient jdbc, Path store, String name, String hash) {
        try {
            boolean row = jdbc.sql("select count(*) = 1 from attachment where name = ? and sha256 = ? and voided_at is null").params(name, hash).query(Boolean.class).single();
            return row && hash(Files.readAllBytes(store.resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4)).resolve(hash))).equals(hash);
        } catch (IOException e) {
            return false;
        }
    }
}
