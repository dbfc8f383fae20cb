using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>v1 Endpoints.</summary>
internal static class EndpointsReader
{
    public static Endpoints Read(FieldReader fields) => new()
    {
        Metadata = MetaReader.Read(fields, Scope.Namespaced),
        Subsets = fields.List("subsets", ReadSubset),
    };

    private static EndpointSubset ReadSubset(FieldReader fields) => new(
        fields.List("addresses", ReadAddress),
        fields.List("notReadyAddresses", ReadAddress),
        fields.List("ports", ReadPort));

    private static EndpointAddress ReadAddress(FieldReader fields)
    {
        var target = fields.Object("targetRef", ReadTarget) ?? new Target("", "");
        return new EndpointAddress(fields.Text("ip"), target.Name, target.Uid, fields.Text("hostname"));
    }

    private static Target ReadTarget(FieldReader fields)
    {
        fields.Skip("kind", "namespace");
        return new Target(fields.Text("name"), fields.Text("uid"));
    }

    private static EndpointPort ReadPort(FieldReader fields) =>
        new(fields.Text("name"), fields.Integer("port"), fields.Text("protocol", "TCP"));

    private sealed record Target(string Name, string Uid);
}
