using Simulator.Serve.Resources;
using Simulator.Serve.Resources.Fields;

namespace Simulator.Serve.Answers.Bodies;

/// <summary>What a body should hold.</summary>
internal sealed record BodyKind(string Kind, string GroupVersion, StructType Type)
{
    public static BodyKind Of(ServedResource resource) => new(resource.Kind, resource.GroupVersion, resource.Type);

    public static BodyKind Of(string structName, string groupVersion) =>
        new(structName[(structName.IndexOf('.', StringComparison.Ordinal) + 1)..], groupVersion, FieldTable.Of(structName));
}
