/**
 * Where secrets are kept: the keychain, a sealed file, the environment or memory. Begin at {@link
 * SecretStores}.
 */
package dev.crosswalk.connectors.secrets;
