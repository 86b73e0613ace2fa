package parlance.e2e.reliability;

import java.util.ArrayList;
import java.util.List;

/** What a run broke: each a number of messages, and in words. */
record Damage(int lost, int doubled, int reordered, List<String> findings) {

    boolean isNone() {
        return lost + doubled + reordered == 0;
    }

    @Override
    public String toString() {
        return lost + " / " + doubled + " / " + reordered;
    }

    /** Collects what is found. */
    static final class Assessment {

        private static final int ENOUGH = 20;

        private final List<String> findings = new ArrayList<>();
        private int lost;
        private int doubled;
        private int reordered;

        void lost(String where, Object what) {
            lost++;
            note("lost", where, what);
        }

        void doubled(String where, Object what) {
            doubled++;
            note("doubled", where, what);
        }

        void reordered(String where, Object what) {
            reordered++;
            note("reordered", where, what);
        }

        private void note(String kind, String where, Object what) {
            if (findings.size() < ENOUGH) {
                findings.add(kind + " " + where + ": " + what);
            }
        }

        Damage damage() {
            return new Damage(lost, doubled, reordered, List.copyOf(findings));
        }
    }
}
