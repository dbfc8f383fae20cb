namespace Simulator.Api;

public sealed record Container
{
    public string Name { get; init; } = "";

    public string Image { get; init; } = "";

    /// <summary>Always, IfNotPresent, Never; "" lets the API server choose by tag.</summary>
    public string ImagePullPolicy { get; init; } = "";

    /// <summary>Limits stand in where a request is absent (API server defaulting).</summary>
    public ResourceList Requests { get; init; } = ResourceList.Empty;

    public ResourceList Limits { get; init; } = ResourceList.Empty;

    public IReadOnlyList<ContainerPort> Ports { get; init; } = [];

    /// <summary>ConfigMaps and Secrets that its environment takes values from.</summary>
    public IReadOnlyList<DataReference> EnvironmentFrom { get; init; } = [];

    public Probe? ReadinessProbe { get; init; }

    public Probe? LivenessProbe { get; init; }

    /// <summary>The others begin once this one has passed; 1.3 does not look at it.</summary>
    public Probe? StartupProbe { get; init; }

    /// <summary>Null where there is nothing of the kind.</summary>
    public ContainerDetails? Details { get; init; }

    /// <summary>Something runs before the stop signal is sent (lifecycle.preStop).</summary>
    public bool HasPreStop { get; init; }

    /// <summary>
    /// False if a probe asks a port by a name that no port of the container has: the kubelet never gets a result (extractPort in
    /// pkg/kubelet/prober/prober.go).
    /// </summary>
    public bool CanAnswer(Probe probe) => probe.Details?.Port is not { IsName: true } port || Ports.Any(known => known.Name == port.Text);
}

/// <param name="HostPort">0 = none.</param>
public sealed record ContainerPort(string Name, int Port, int HostPort, string Protocol)
{
    /// <summary>The address on the node; "" = all of them. 1.3 does not look at it.</summary>
    public string HostIP { get; init; } = "";
}

/// <summary>When a probe runs; what it asks is not simulated, only whether and when it passes.</summary>
public sealed record Probe
{
    public TimeSpan InitialDelay { get; init; } = TimeSpan.Zero;

    public TimeSpan Period { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(1);

    public int SuccessThreshold { get; init; } = 1;

    public int FailureThreshold { get; init; } = 3;

    /// <summary>What it asks; null for one that no user wrote.</summary>
    public ActionHandler? Details { get; init; }
}
