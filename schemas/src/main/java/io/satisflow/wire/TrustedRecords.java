package io.satisflow.wire;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Lets Avro make objects of our own generated classes. Since 1.12.2 it makes none of a class that nobody has named, so that a
 * schema that somebody sends cannot choose one.
 */
public final class TrustedRecords {
    private static final String OURS = TrustedRecords.class.getPackageName() + ".";

    private TrustedRecords() {}

    /** Before the first record is read. What was trusted before, by a system property or another program's choice, stays so. */
    public static synchronized void trust() {
        ClassSecurityValidator.ClassSecurityPredicate before = ClassSecurityValidator.getGlobal();
        if (!(before instanceof Ours)) {
            ClassSecurityValidator.setGlobal(new Ours(before));
        }
    }

    private static final class Ours implements ClassSecurityValidator.ClassSecurityPredicate {
        private final ClassSecurityValidator.ClassSecurityPredicate others;

        Ours(ClassSecurityValidator.ClassSecurityPredicate others) {
            this.others = others;
        }

        @Override
        public boolean isTrusted(Class<?> type) {
            return isOurs(type) || others.isTrusted(type);
        }

        private static boolean isOurs(Class<?> type) {
            return type.getName().startsWith(OURS);
        }
    }
}
