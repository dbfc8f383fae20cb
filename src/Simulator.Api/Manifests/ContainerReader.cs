namespace Simulator.Api;

/// <summary>Containers, their resources, ports and probes.</summary>
internal static class ContainerReader
{
    public static Container Read(FieldReader fields)
    {
        // Where in the container a volume appears changes nothing that is simulated: all volumes of a pod are mounted.
        fields.Skip("volumeMounts");
        var resources = fields.Optional("resources")?.Read(ReadResources) ?? Resources.None;
        return new Container
        {
            Name = NameOf(fields),
            Image = fields.Text("image"),
            ImagePullPolicy = fields.Text("imagePullPolicy"),
            Requests = resources.Requests,
            Limits = resources.Limits,
            Ports = fields.List("ports", ReadPort),
            EnvironmentFrom = ReadEnvironment(fields),
            ReadinessProbe = fields.Object("readinessProbe", ReadProbe),
            LivenessProbe = fields.Object("livenessProbe", ReadProbe),
            HasPreStop = fields.Object("lifecycle", ReadLifecycle)?.HasPreStop ?? false,
        };
    }

    /// <summary>Where a request is absent the limit stands in (SetDefaults_Pod of api/v1/defaults.go).</summary>
    public static Container WithRequestsFromLimits(Container container)
    {
        if (container.Limits.Amounts.Length == 0) return container;
        var requests = new List<KeyValuePair<string, Quantity>>([.. container.Requests.Amounts]);
        foreach (var limit in container.Limits.Amounts)
        {
            if (!container.Requests.TryGet(limit.Key, out _)) requests.Add(limit);
        }

        return container with { Requests = ResourceList.Of(requests) };
    }

    /// <summary>A pod on the node's network holds its container ports on the node.</summary>
    public static Container WithHostPorts(Container container) => container with
    {
        Ports = [.. container.Ports.Select(port => port.HostPort == 0 ? port with { HostPort = port.Port } : port)],
    };

    private static string NameOf(FieldReader fields) =>
        fields.Context.Validates ? fields.RequiredText("name") : fields.Text("name");

    /// <summary>Values that stand in the manifest, or come from the pod itself, change nothing that is simulated.</summary>
    private static IReadOnlyList<DataReference> ReadEnvironment(FieldReader fields)
    {
        var references = fields.List("env", ReadVariable).Select(variable => variable.Source).OfType<DataReference>().ToList();
        return references.Count == 0 ? [] : [.. references];
    }

    private static Variable ReadVariable(FieldReader fields)
    {
        fields.Skip("name", "value");
        return fields.Object("valueFrom", ReadSource) ?? new Variable(null);
    }

    private static Variable ReadSource(FieldReader fields)
    {
        fields.Skip("fieldRef", "resourceFieldRef");
        return new Variable(
            fields.Object("configMapKeyRef", source => new DataReference("ConfigMap", source.Text("name"), [source.Text("key")]))
            ?? fields.Object("secretKeyRef", source => new DataReference("Secret", source.Text("name"), [source.Text("key")])));
    }

    private static Resources ReadResources(FieldReader fields)
    {
        var requests = fields.Optional("requests")?.Resources() ?? ResourceList.Empty;
        var limits = fields.Optional("limits")?.Resources() ?? ResourceList.Empty;
        TellUncounted(fields.Optional("requests"));
        TellUncounted(fields.Optional("limits"));
        if (fields.Context.Validates) CheckOverLimit(fields, requests, limits);
        return new Resources(requests, limits);
    }

    /// <summary>Resources of other vendors pass the API, and then nobody counts them.</summary>
    private static void TellUncounted(SourceCursor? amounts)
    {
        if (amounts is not { Node: SourceMapping mapping, Context.Rules.Unread: UnreadKeys.Reported } found) return;
        foreach (var entry in mapping.Entries.Where(entry => entry.Key.Contains('/', StringComparison.Ordinal) && entry.Key != ResourceNames.NvidiaGpu))
        {
            found.Context.Report(new UnreadKey(mapping, entry, found.Path.Child(entry.Key), [entry.Key]));
        }
    }

    private static void CheckOverLimit(FieldReader fields, ResourceList requests, ResourceList limits)
    {
        foreach (var (name, request) in requests.Amounts)
        {
            if (!limits.TryGet(name, out var limit) || request.CompareTo(limit) <= 0) continue;
            fields.ErrorAt("requests", $"the request of {request} {name} is over the limit of {limit}; allowed are requests up to the limit");
        }
    }

    private static ContainerPort ReadPort(FieldReader fields) => new(
        fields.Text("name"),
        fields.Integer("containerPort", 0, 1, 65535),
        fields.Integer("hostPort", 0, 0, 65535),
        fields.Text("protocol", "TCP"));

    /// <summary>What a hook does is not simulated, only how long it takes: the application says so.</summary>
    private static Lifecycle ReadLifecycle(FieldReader fields) => new(fields.Optional("preStop") is not null);

    /// <summary>A probe; 0 stands for the default as in SetDefaults_Probe.</summary>
    private static Probe ReadProbe(FieldReader fields)
    {
        var defaults = new Probe();

        // How it asks does not matter: what the application answers, and how fast, is the scenario's.
        fields.Skip("httpGet", "tcpSocket", "exec");
        return new Probe
        {
            InitialDelay = Seconds(fields, "initialDelaySeconds", defaults.InitialDelay),
            Period = Seconds(fields, "periodSeconds", defaults.Period),
            Timeout = Seconds(fields, "timeoutSeconds", defaults.Timeout),
            SuccessThreshold = fields.Integer("successThreshold", 0, 0) is > 0 and var success ? success : defaults.SuccessThreshold,
            FailureThreshold = fields.Integer("failureThreshold", 0, 0) is > 0 and var failure ? failure : defaults.FailureThreshold,
        };
    }

    private static TimeSpan Seconds(FieldReader fields, string key, TimeSpan otherwise) =>
        fields.Integer(key, 0, 0) is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : otherwise;

    private sealed record Variable(DataReference? Source);

    private sealed record Lifecycle(bool HasPreStop);

    private sealed record Resources(ResourceList Requests, ResourceList Limits)
    {
        public static readonly Resources None = new(ResourceList.Empty, ResourceList.Empty);
    }
}
