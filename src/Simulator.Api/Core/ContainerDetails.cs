namespace Simulator.Api;

/// <summary>What stands in a container, is checked by the API server and changes the template's hash, and is not acted upon here.</summary>
public sealed record ContainerDetails
{
    public IReadOnlyList<EnvironmentVariable> Environment { get; init; } = [];

    public IReadOnlyList<ContainerMount> Mounts { get; init; } = [];

    public Lifecycle? Lifecycle { get; init; }

    public long? RunAsUser { get; init; }

    /// <summary>JSON of the keys that nobody reads (command, args, ...), sorted; "" if there are none.</summary>
    public string Rest { get; init; } = "";
}

/// <param name="Source">valueFrom; null if the value stands in the manifest.</param>
public sealed record EnvironmentVariable(string Name, string Value, ValueSource? Source);

/// <summary>Where a variable takes its value from; exactly one of them in a valid object.</summary>
public sealed record ValueSource
{
    public FieldReference? Field { get; init; }

    public ResourceReference? Resource { get; init; }

    public KeyReference? ConfigMapKey { get; init; }

    public KeyReference? SecretKey { get; init; }
}

/// <summary>A field of the pod.</summary>
public sealed record FieldReference(string ApiVersion, string FieldPath);

/// <summary>A request or limit of a container.</summary>
public sealed record ResourceReference(string Container, string Resource, Quantity Divisor);

/// <summary>One key of a ConfigMap or Secret.</summary>
public sealed record KeyReference(string Name, string Key);

/// <summary>Where in a container a volume appears.</summary>
public sealed record ContainerMount(string Volume, string Path, string SubPath, bool IsReadOnly);

public sealed record Lifecycle(ActionHandler? PostStart, ActionHandler? PreStop);

/// <summary>What a probe asks or a hook does; exactly one of them in a valid object.</summary>
public sealed record ActionHandler
{
    /// <summary>Command and its arguments.</summary>
    public IReadOnlyList<string>? Command { get; init; }

    public HttpAction? Http { get; init; }

    public PortReference? TcpPort { get; init; }

    /// <summary>A way to ask that came after 1.3 (grpc).</summary>
    public bool IsNewer { get; init; }

    /// <summary>Where it connects to; null for a command.</summary>
    public PortReference? Port => Http?.Port ?? TcpPort;
}

public sealed record HttpAction(string Path, PortReference Port, string Scheme, IReadOnlyList<string> HeaderNames);

/// <param name="IsName">Written as text: the name of a port.</param>
public sealed record PortReference(string Text, bool IsName);
