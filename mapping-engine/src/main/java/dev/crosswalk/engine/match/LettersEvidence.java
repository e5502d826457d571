package dev.crosswalk.engine.match;

/** Runs of two to four letters shared anywhere in name, label and description, by rarity. */
final class LettersEvidence implements Evidence {
  @Override
  public String name() {
    return "letters";
  }

  @Override
  public double weight() {
    return 1.5;
  }

  @Override
  public double strength(FieldProfile source, FieldProfile target) {
    return source.letters().isEmpty() || target.letters().isEmpty()
        ? SILENT
        : source.letters().cosine(target.letters());
  }
}
