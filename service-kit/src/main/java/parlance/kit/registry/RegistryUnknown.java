package parlance.kit.registry;

/**
 * The registry was lost and is being filled again: whoever wants to deliver waits and tries again.
 */
public final class RegistryUnknown extends RuntimeException {

    RegistryUnknown() {
        super("registry_unknown", null, false, false);
    }
}
