using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>Containers, their resources and ports.</summary>
internal static class ContainerReader
{
    public static Container Read(FieldReader fields)
    {
        var resources = fields.Optional("resources")?.Read(ReadResources) ?? Resources.None;
        var lifecycle = ReadLifecycle(fields);
        var container = new Container
        {
            Name = fields.Text("name"),
            Image = fields.Text("image"),
            ImagePullPolicy = fields.Text("imagePullPolicy"),
            Requests = resources.Requests,
            Limits = resources.Limits,
            Ports = fields.List("ports", ReadPort),
            EnvironmentFrom = EnvironmentReader.ReadReferences(fields),
            ReadinessProbe = fields.Object("readinessProbe", ProbeReader.Read),
            LivenessProbe = fields.Object("livenessProbe", ProbeReader.Read),
            StartupProbe = fields.Peek("startupProbe")?.Read(ProbeReader.Read),
            HasPreStop = lifecycle?.PreStop is not null,
        };

        // Where in the container a volume appears changes nothing that is simulated: all volumes of a pod are mounted.
        var mounts = fields.Whole("volumeMounts")?.List(ReadMount) ?? [];
        return fields.Context.Rules.KeepsDetails ? container with { Details = ReadDetails(fields, mounts, lifecycle) } : container;
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

    private static ContainerDetails? ReadDetails(FieldReader fields, IReadOnlyList<ContainerMount> mounts, Lifecycle? lifecycle)
    {
        CheckTypes(fields);
        var details = new ContainerDetails
        {
            Environment = EnvironmentReader.Read(fields),
            Mounts = mounts,
            Lifecycle = lifecycle,
            RunAsUser = fields.Peek("securityContext")?.Read(context => new User(context.Optional("runAsUser")?.Long()))?.Id,
            Rest = SourceText.OfUnread(fields),
        };
        var isEmpty = details is { Environment.Count: 0, Mounts.Count: 0, Lifecycle: null, RunAsUser: null, Rest: "" };
        return isEmpty ? null : details;
    }

    /// <summary>Keys of 1.3 that nobody acts upon: a wrong type is refused by its decoder all the same.</summary>
    private static void CheckTypes(FieldReader fields)
    {
        fields.Peek("command")?.Texts();
        fields.Peek("args")?.Texts();
        fields.Peek("workingDir")?.Text();
        fields.Peek("terminationMessagePath")?.Text();
        foreach (var flag in (string[])["stdin", "stdinOnce", "tty"]) fields.Peek(flag)?.Flag();
    }

    private static Resources ReadResources(FieldReader fields)
    {
        TellUncounted(fields.Optional("requests"));
        TellUncounted(fields.Optional("limits"));
        return new Resources(
            fields.Optional("requests")?.Amounts() ?? ResourceList.Empty, fields.Optional("limits")?.Amounts() ?? ResourceList.Empty);
    }

    /// <summary>Resources of other vendors pass the API, and then nobody counts them.</summary>
    private static void TellUncounted(SourceCursor? amounts)
    {
        if (amounts is not { Node: SourceMapping mapping, Context.Rules.Unread: UnreadKeys.Reported } found) return;
        foreach (var entry in mapping.Entries.Where(entry => entry.Key.Contains('/', StringComparison.Ordinal)
            && entry.Key != ResourceNames.NvidiaGpu))
        {
            found.Context.Report(new UnreadKey(mapping, entry, found.Path.Child(entry.Key), [entry.Key]));
        }
    }

    private static ContainerPort ReadPort(FieldReader fields) =>
        new(
            fields.Text("name"), fields.Integer("containerPort"), fields.Integer("hostPort"),
            fields.Text("protocol") is { Length: > 0 } protocol ? protocol : "TCP")
        {
            HostIP = fields.Peek("hostIP")?.Text() ?? "",
        };

    private static ContainerMount ReadMount(FieldReader fields) =>
        new(fields.Text("name"), fields.Text("mountPath"), fields.Text("subPath"), fields.Flag("readOnly"));

    /// <summary>What a hook does is not simulated, only how long the one before the stop takes: the application says so.</summary>
    private static Lifecycle? ReadLifecycle(FieldReader fields) => fields.Object("lifecycle", hooks => new Lifecycle(
        hooks.Peek("postStart")?.Read(HandlerReader.Read),
        hooks.Whole("preStop")?.Read(HandlerReader.Read)));

    private sealed record User(long? Id);

    private sealed record Resources(ResourceList Requests, ResourceList Limits)
    {
        public static readonly Resources None = new(ResourceList.Empty, ResourceList.Empty);
    }
}
