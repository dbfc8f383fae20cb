using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Simulator.Serve.Hosting.Ports;

/// <summary>What one port gives clients at most, so that none takes it from the others.</summary>
public sealed record PortLimits
{
    /// <summary>Of a body, bytes: a cluster's largest objects have less than 1 MiB.</summary>
    public long BodyMax { get; init; } = 4 << 20;

    /// <summary>Of all headers together, bytes.</summary>
    public int HeadersMax { get; init; } = 32 << 10;

    /// <summary>Of the first line, bytes: commands of exec stand in it.</summary>
    public int LineMax { get; init; } = 16 << 10;

    public int ConnectionsMax { get; init; } = 5000;

    /// <summary>Requests at once that are no streams; more are answered 429 (<c>--max-requests-inflight</c>).</summary>
    public int InFlightMax { get; init; } = 400;

    /// <summary>Of these, of one user: lists of versions that are not there yet take a minute each.</summary>
    public int InFlightOfOneMax { get; init; } = 200;

    /// <summary>Watches, logs and their like at once; more are answered 429.</summary>
    public int StreamsMax { get; init; } = 2000;

    /// <summary>Of these, of one user: others can still work while he fills his share.</summary>
    public int StreamsOfOneMax { get; init; } = 1000;

    /// <summary>For the headers to come.</summary>
    public TimeSpan HeadersTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes a second that a body must come with, after a grace of five seconds.</summary>
    public int BodyRateMin { get; init; } = 240;

    /// <summary>Without a request on it a connection is closed.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Slow readers of streams are not Kestrel's: the clock waits for them, and gives them up.</summary>
    public void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.AllowSynchronousIO = false;
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = BodyMax;
        limits.MaxRequestHeadersTotalSize = HeadersMax;
        limits.MaxRequestLineSize = LineMax;
        limits.MaxConcurrentConnections = ConnectionsMax;
        limits.MaxConcurrentUpgradedConnections = StreamsMax;
        limits.RequestHeadersTimeout = HeadersTimeout;
        limits.KeepAliveTimeout = IdleTimeout;
        limits.MinRequestBodyDataRate = new MinDataRate(BodyRateMin, TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = null;
    }
}
