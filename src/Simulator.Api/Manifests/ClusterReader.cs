using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>federation/v1beta1 Cluster.</summary>
internal static class ClusterReader
{
    public static Cluster Read(FieldReader fields)
    {
        var metadata = MetaReader.Read(fields, Scope.Cluster);
        var cluster = fields.Object("spec", ReadSpec) ?? new Cluster();
        var status = fields.Object("status", ReadStatus) ?? new Cluster();
        return cluster with { Metadata = metadata, Conditions = status.Conditions, Zones = status.Zones, Region = status.Region };
    }

    private static Cluster ReadSpec(FieldReader fields) => new()
    {
        ServerAddresses = fields.List(
            "serverAddressByClientCIDRs", address => new ServerAddress(address.Text("clientCIDR"), address.Text("serverAddress"))),
        SecretName = fields.Optional("secretRef")?.Read(reference => reference.Text("name")) ?? "",
    };

    private static Cluster ReadStatus(FieldReader fields) => new()
    {
        Conditions = fields.List("conditions", ReadCondition),
        Zones = fields.Texts("zones"),
        Region = fields.Text("region"),
    };

    private static ClusterCondition ReadCondition(FieldReader fields)
    {
        fields.Skip("message");
        return new ClusterCondition(
            fields.Text("type"),
            Enum.TryParse<ConditionStatus>(fields.Text("status"), out var status) ? status : ConditionStatus.Unknown,
            fields.Text("reason"),
            fields.Optional("lastProbeTime")?.Timestamp(),
            fields.Optional("lastTransitionTime")?.Timestamp());
    }
}
