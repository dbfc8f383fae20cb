using System.Globalization;
using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

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
        var service = new Service
        {
            Selector = fields.Labels("selector") is { Count: > 0 } selector ? selector : null,
            Ports = fields.List("ports", ReadPort),
            Type = fields.Text("type") is { Length: > 0 } type ? type : "ClusterIP",
            ClusterIP = fields.Text("clusterIP"),
            ExternalName = fields.Peek("externalName")?.Text() ?? "",
            PublishNotReadyAddresses = PublishesUnready(fields),
            SessionAffinity = fields.Text("sessionAffinity") is { Length: > 0 } affinity ? affinity : "None",
            ExternalIPs = fields.Peek("externalIPs")?.Texts() ?? fields.Peek("deprecatedPublicIPs")?.Texts() ?? [],
            LoadBalancerSourceRanges = fields.Peek("loadBalancerSourceRanges")?.Texts() ?? [],
        };
        if (service.SessionAffinity != "None") fields.NotActedUpon("sessionAffinity");
        return service;
    }

    /// <summary>A field that came after 1.3.</summary>
    private static bool PublishesUnready(FieldReader fields)
    {
        if (fields.Peek("publishNotReadyAddresses")?.Flag() != true) return false;
        fields.NotActedUpon("publishNotReadyAddresses");
        return true;
    }

    /// <summary>The target is the port where absent, 0 or "" (SetDefaults_ServiceSpec).</summary>
    private static ServicePort ReadPort(FieldReader fields)
    {
        var port = fields.Integer("port");
        var target = fields.Optional("targetPort");
        var text = target?.TextOrInteger() ?? "";
        var isAbsent = text.Length == 0 || (text == "0" && target?.IsText() == false);
        return new ServicePort(
            fields.Text("name"),
            port,
            fields.Text("protocol") is { Length: > 0 } protocol ? protocol : "TCP",
            isAbsent ? port.ToString(CultureInfo.InvariantCulture) : text,
            fields.Integer("nodePort"))
        {
            IsTargetText = !isAbsent && target?.IsText() == true,
        };
    }

    private sealed record Ingress(IReadOnlyList<string> Addresses);
}
