package parlance.kit.loop;

/**
 * Says which exceptions of a database's driver pass by themselves. The kit finds implementations by
 * {@link java.util.ServiceLoader}, so that a service without a database needs no driver.
 */
public interface StoreFailures {

    /**
     * Whether the database is away for now; false for what is no failure of this database at all.
     */
    boolean areTransient(Throwable failure);
}
