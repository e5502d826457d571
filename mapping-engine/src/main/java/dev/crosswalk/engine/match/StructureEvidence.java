package dev.crosswalk.engine.match;

/** Parents, group and object that the two fields stand in. */
final class StructureEvidence implements Evidence {
  @Override
  public String name() {
    return "structure";
  }

  @Override
  public double weight() {
    return 0.8;
  }

  @Override
  public double strength(FieldProfile source, FieldProfile target) {
    return source.context().isEmpty() || target.context().isEmpty()
        ? SILENT
        : source.context().cosine(target.context());
  }
}
