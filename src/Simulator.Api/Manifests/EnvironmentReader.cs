using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>The environment of a container: what it takes from ConfigMaps and Secrets is waited for, the rest is only checked.</summary>
internal static class EnvironmentReader
{
    public static IReadOnlyList<DataReference> ReadReferences(FieldReader container)
    {
        var references = container.List("env", ReadReference).Select(variable => variable.Reference).OfType<DataReference>().ToList();
        return references.Count == 0 ? [] : [.. references];
    }

    public static IReadOnlyList<EnvironmentVariable> Read(FieldReader container) => container.Whole("env")?.List(ReadVariable) ?? [];

    /// <summary>Values that stand in the manifest, or come from the pod itself, change nothing that is simulated.</summary>
    private static Variable ReadReference(FieldReader fields)
    {
        fields.Skip("name", "value");
        return fields.Object("valueFrom", ReadReferenceFrom) ?? new Variable(null);
    }

    private static Variable ReadReferenceFrom(FieldReader fields)
    {
        fields.Skip("fieldRef", "resourceFieldRef");
        return new Variable(
            fields.Object("configMapKeyRef", source => new DataReference("ConfigMap", source.Text("name"), [source.Text("key")]))
            ?? fields.Object("secretKeyRef", source => new DataReference("Secret", source.Text("name"), [source.Text("key")])));
    }

    private static EnvironmentVariable ReadVariable(FieldReader fields) =>
        new(fields.Text("name"), fields.Text("value"), fields.Object("valueFrom", ReadSource));

    private static ValueSource ReadSource(FieldReader fields) => new()
    {
        Field = fields.Object("fieldRef", FieldReferenceReader.ReadField),
        Resource = fields.Object("resourceFieldRef", FieldReferenceReader.ReadResource),
        ConfigMapKey = fields.Object("configMapKeyRef", ReadKey),
        SecretKey = fields.Object("secretKeyRef", ReadKey),
    };

    private static KeyReference ReadKey(FieldReader fields) => new(fields.Text("name"), fields.Text("key"));

    private sealed record Variable(DataReference? Reference);
}
