namespace Simulator.Api;

/// <summary>v1 Service.</summary>
internal static class ServiceReader
{
    public static Service Read(FieldReader fields)
    {
        var metadata = MetaReader.Read(fields, Scope.Namespaced);
        var service = fields.Object("spec", ReadSpec) ?? new Service();
        return service with { Metadata = metadata };
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
        };

        // Endpoints are kept; node ports and load balancers are not made yet.
        if (service.Type != "ClusterIP") fields.NotActedUpon("type");
        return service;
    }

    /// <summary>The target is the port where absent, 0 or "" (SetDefaults_ServiceSpec).</summary>
    private static ServicePort ReadPort(FieldReader fields)
    {
        var port = fields.Optional("port")?.Integer(1, 65535) ?? 0;
        var target = fields.Optional("targetPort")?.TextOrInteger() ?? "";
        var text = port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new ServicePort(fields.Text("name"), port, fields.Text("protocol", "TCP"), target is "" or "0" ? text : target);
    }
}
