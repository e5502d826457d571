/** Signing in, one class a way, and the tokens that this leaves. Begin at {@link Login}. */
package dev.crosswalk.connectors.auth;
