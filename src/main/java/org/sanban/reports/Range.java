package org.sanban.reports;

/**
 * A figure with the range in which it could as well lie by chance, at 95 %. Counts of errors: the exact Poisson limits (F. Garwood,
 * Fiducial limits for the Poisson distribution, Biometrika 28, 1936). Shares: Wilson's score interval (E. B. Wilson, Probable inference,
 * JASA 22, 1927). Both hold for small numbers, where "plus or minus" does not.
 */
public record Range(double value, double low, double high) {

    private static final double Z = 1.959963984540054;
    private static final double TAIL = 0.025;
    private static final int STEPS = 60;

    /** Events per hundred. @param of above 0 */
    public static Range perHundred(int events, int of) {
        return new Range(100.0 * events / of, 100 * lower(events) / of, 100 * upper(events) / of);
    }

    /** A share in hundredths. @param of above 0 */
    public static Range share(int part, int of) {
        double p = (double) part / of;
        double middle = (p + Z * Z / (2 * of)) / (1 + Z * Z / of);
        double half = Z / (1 + Z * Z / of) * Math.sqrt(p * (1 - p) / of + Z * Z / (4.0 * of * of));
        return new Range(100 * p, 100 * Math.max(0, middle - half), 100 * Math.min(1, middle + half));
    }

    /** The mean at which {@code events} or more would come in one of forty cases. */
    static double lower(int events) {
        return events == 0 ? 0 : search(mean -> 1 - upTo(events - 1, mean) < TAIL, events);
    }

    /** The mean at which {@code events} or fewer would come in one of forty cases. */
    static double upper(int events) {
        return search(mean -> upTo(events, mean) > TAIL, events);
    }

    private static double search(java.util.function.DoublePredicate tooSmall, int events) {
        double low = Math.max(0, events - 8 * Math.sqrt(events) - 8);
        double high = events + 8 * Math.sqrt(events) + 8;
        for (int n = 0; n < STEPS; n++) {
            double middle = (low + high) / 2;
            if (tooSmall.test(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The chance of at most {@code events} at that mean. */
    private static double upTo(int events, double mean) {
        if (mean <= 0) {
            return 1;
        }
        double log = -mean;
        double sum = Math.exp(log);
        for (int n = 1; n <= events; n++) {
            log += Math.log(mean / n);
            sum += Math.exp(log);
        }
        return Math.min(1, sum);
    }
}
