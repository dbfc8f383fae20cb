using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Simulator.Serve.Runs;

namespace Simulator.Serve.Hosting;

/// <summary>A run on its ports: one for each cluster, and one for the federation.</summary>
public sealed class ServeHost : IAsyncDisposable
{
    /// <summary>Of a request; a cluster's largest objects have less than 1 MiB.</summary>
    private const long BodyMax = 4 << 20;

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

    private readonly SimulationThread _thread;
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<WebApplication> _ports = [];
    private readonly ServedRun _run;
    private readonly ServeOptions _options;

    public ServeHost(ServedRun run, ServeOptions options)
    {
        (_run, _options) = (run, options);
        _thread = new SimulationThread(run, options);
    }

    /// <summary>Base addresses by cluster, once it is started.</summary>
    public IReadOnlyList<(string Cluster, string Address)> Addresses { get; private set; } = [];

    /// <summary>Ends with the simulation: with an exception, that of a bug.</summary>
    public Task Ended => _thread.Ended;

    /// <exception cref="IOException">A port is in use.</exception>
    public async Task Start()
    {
        var paths = new SimulatorPaths(_thread);
        for (var i = 0; i < _run.Doors.Count; i++)
        {
            var port = _options.Port == 0 ? 0 : _options.Port + i;
            var app = Build(port);
            app.Run(new ApiPort(_thread, _run.Doors[i], paths, new OpenGate(), _stopping.Token).Serve);
            _ports.Add(app);
            await app.StartAsync();
        }

        Addresses = [.. _run.Doors.Zip(_ports).Select(pair => (pair.First.Name, AddressOf(pair.Second)))];
        _thread.Start();
    }

    /// <summary>Asks something of the run, at the present moment.</summary>
    public Task<T> Ask<T>(Func<ServedRun, T> question) => _thread.Ask(run =>
    {
        _thread.Clock.CatchUp();
        return question(run);
    });

    /// <summary>Ends watches cleanly, then the ports, then the simulation.</summary>
    public async Task Stop()
    {
        await _stopping.CancelAsync();
        using var limit = new CancellationTokenSource(Farewell);
        foreach (var port in _ports) await port.StopAsync(limit.Token);
        _thread.Stop();
        await _thread.Ended;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        foreach (var port in _ports) await port.DisposeAsync();
        _thread.Dispose();
        _stopping.Dispose();
    }

    private static WebApplication Build(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyMax;
            kestrel.ListenLocalhostPort(port);
        });
        builder.Services.AddLogging(logging => logging.ClearProviders());
        return builder.Build();
    }

    private static string AddressOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
}

internal static class LoopbackPort
{
    /// <summary>The insecure port is for this machine alone.</summary>
    public static void ListenLocalhostPort(this KestrelServerOptions kestrel, int port) =>
        kestrel.Listen(System.Net.IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
}
