using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>How environments and volumes name fields and resources of their own pod.</summary>
internal static class FieldReferenceReader
{
    /// <summary>The version is v1 where absent (SetDefaults_ObjectFieldSelector).</summary>
    public static FieldReference ReadField(FieldReader fields) =>
        new(fields.Text("apiVersion") is { Length: > 0 } version ? version : "v1", fields.Text("fieldPath"));

    public static ResourceReference ReadResource(FieldReader fields) =>
        new(fields.Text("containerName"), fields.Text("resource"), fields.Optional("divisor")?.Amount() ?? Quantity.Zero);
}
