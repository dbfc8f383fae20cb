namespace Simulator.Api;

/// <summary>v1 Service.</summary>
internal static class ServiceReader
{
    public static Service Read(FieldReader fields)
    {
        var metadata = MetaReader.Read(fields, Scope.Namespaced);
        var service = fields.Object("spec", ReadSpec) ?? new Service();
        return service with { Metadata = metadata, LoadBalancerIngress = fields.Object("status", ReadStatus)?.Addresses ?? [] };
    }

    private static Ingress ReadStatus(FieldReader fields) => fields.Object("loadBalancer", ReadLoadBalancer) ?? new Ingress([]);

    private static Ingress ReadLoadBalancer(FieldReader fields) =>
        new([.. fields.List("ingress", ReadAddress).SelectMany(ingress => ingress.Addresses)]);

    private static Ingress ReadAddress(FieldReader fields)
    {
        var (ip, hostname) = (fields.Text("ip"), fields.Text("hostname"));
        return new Ingress(ip.Length > 0 ? [ip] : hostname.Length > 0 ? [hostname] : []);
    }

    private static Service ReadSpec(FieldReader fields)
    {
        LabelChecks.Check(fields.Optional("selector"));
        var service = new Service
        {
            Selector = fields.Labels("selector") is { Count: > 0 } selector ? selector : null,
            Ports = fields.List("ports", ReadPort),
            Type = fields.OneOf("type", "ClusterIP", "ClusterIP", "NodePort", "LoadBalancer", "ExternalName"),
            ClusterIP = fields.Text("clusterIP"),
            SessionAffinity = fields.OneOf("sessionAffinity", "None", "None", "ClientIP"),
        };

        // Came with 1.4: 1.3 knows no such type.
        if (service.Type == "ExternalName") fields.NotActedUpon("type");
        if (service.SessionAffinity != "None") fields.NotActedUpon("sessionAffinity");
        return service;
    }

    /// <summary>The target is the port where absent, 0 or "" (SetDefaults_ServiceSpec).</summary>
    private static ServicePort ReadPort(FieldReader fields)
    {
        var port = fields.Optional("port")?.Integer(1, 65535) ?? 0;
        var target = fields.Optional("targetPort")?.TextOrInteger() ?? "";
        var text = port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var nodePort = fields.Integer("nodePort", 0, 0, 65535);
        return new ServicePort(fields.Text("name"), port, fields.Text("protocol", "TCP"), target is "" or "0" ? text : target, nodePort);
    }

    private sealed record Ingress(IReadOnlyList<string> Addresses);
}
