using Simulator.Serve.Runs;

namespace Simulator.Serve.Hosting;

/// <summary>How a run is served.</summary>
public sealed record ServeOptions
{
    /// <summary>Of the first cluster's port; each further one has the next. 0: any that are free.</summary>
    public int Port { get; init; } = 8080;

    public Speed Speed { get; init; } = Speed.Wall;

    public ServeAccess Access { get; init; } = new();

    /// <summary>Called now and then on the simulation's thread, between events, with the run as it stands.</summary>
    public Action<ServedRun>? NowAndThen { get; init; }

    /// <summary>How long a client may take nothing while the clock waits for it.</summary>
    public TimeSpan ClientPatience { get; init; } = TimeSpan.FromSeconds(10);
}
