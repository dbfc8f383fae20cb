using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Simulator.Serve.Access;
using Simulator.Serve.Hosting.Ports;
using Simulator.Serve.Messages;
using Simulator.Serve.Runs;

namespace Simulator.Serve.Hosting;

/// <summary>A run on its ports: one for each cluster, and one for the federation.</summary>
public sealed class ServeHost : IAsyncDisposable
{
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
            if (_options.Access.HasInsecurePort) await Open(_run.Doors[i], paths, InsecurePort(_run.Doors[i], Nth(_options.Port, i)));
            if (_options.Access.Secure is { } secure)
            {
                await Open(_run.Doors[i], paths, SecurePort(_run.Doors[i], secure, Nth(secure.Port, i)));
            }
        }

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

    private static int Nth(int port, int index) => port == 0 ? 0 : port + index;

    private async Task Open(ServedDoor door, SimulatorPaths paths, OpenedPort opened)
    {
        var app = Build(opened.Listen);
        app.Run(new ApiPort(_thread, door, paths, opened.Access, _stopping.Token).Serve);
        _ports.Add(app);
        await app.StartAsync();
        Addresses = [.. Addresses, (door.Name, AddressOf(app))];
    }

    /// <summary>The insecure port asks nobody, and is for this machine alone.</summary>
    private OpenedPort InsecurePort(ServedDoor door, int port) => new(
        new PortAccess(
            door.Name, new PortCredentials(CallerPort.Insecure), new AccessGate([], []), _options.Access.Logs,
            new Throttle(_options.Access.Limits))
        {
            Rights = _options.Access.Secure?.GateOf(door) ?? new AccessGate([], [new AlwaysAllow()]),
        },
        kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1));

    private OpenedPort SecurePort(ServedDoor door, SecureAccess secure, int port)
    {
        var gate = secure.GateOf(door);
        var access = new PortAccess(
            door.Name, new PortCredentials(CallerPort.Secure, secure.Clients), gate, _options.Access.Logs,
            new Throttle(_options.Access.Limits))
        {
            Rights = gate,
        };
        return new OpenedPort(access, kestrel => kestrel.ListenSecurely(secure.Address, port, secure.Certificate));
    }

    private WebApplication Build(Action<KestrelServerOptions> listen)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            _options.Access.Limits.Apply(kestrel);
            listen(kestrel);
        });
        if (_options.Access.Secure is not null) builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.AddLogging(logging => logging.ClearProviders());
        return builder.Build();
    }

    private static string AddressOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    private sealed record OpenedPort(PortAccess Access, Action<KestrelServerOptions> Listen);
}
