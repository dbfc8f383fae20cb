using System.CommandLine;
using Simulator.Cli.Output;
using Simulator.Scenarios.Files;
using Simulator.Serve.Clusters.Writing;
using Simulator.Serve.Hosting;
using Simulator.Serve.Runs;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs.Serving;

/// <summary><c>simulator serve SCENARIO</c></summary>
internal static class ServeVerb
{
    /// <summary>A served run has no end of its own.</summary>
    private static readonly TimeSpan NoEnd = TimeSpan.FromDays(20 * 365);

    public static Command Create(Screen screen)
    {
        var path = new Argument<string?>("SCENARIO") { Description = "The scenario file.", Arity = ArgumentArity.ZeroOrOne };
        var port = new Option<int>("--port")
        {
            Description = "Of the first cluster on 127.0.0.1; each further one has the next.",
            HelpName = "N",
            DefaultValueFactory = _ => 8080,
        };
        var speed = new Option<string>("--speed")
        {
            Description = "Of simulated time: 1x (wall time), 60x and the like, max, paused.",
            HelpName = "SPEED",
            DefaultValueFactory = _ => "1x",
        };
        var verb = new Command("serve", "Serves the clusters of a scenario to kubectl and other clients.") { path, port, speed };
        var access = new AccessOptions();
        access.AddTo(verb);
        verb.SetAction((parsed, _) => Serve(
            parsed.GetValue(path)!, parsed.GetValue(port), parsed.GetValue(speed)!,
            clusters => access.Read(parsed, clusters, DateTimeOffset.UtcNow, screen), screen));
        return verb;
    }

    private static async Task<int> Serve(
        string path, int port, string speedText, Func<IReadOnlyCollection<string>, GivenAccess?> readAccess, Screen screen)
    {
        if (!Speed.TryParse(speedText, out var speed))
        {
            screen.Tell($"--speed {speedText}  {Speed.Allowed}", "red");
            return ExitCode.WrongInput;
        }

        var file = ScenarioReader.Read(path, MeasureNames.Instance);
        DiagnosticText.Write(file.Diagnostics, screen);
        if (file.Scenario is not { } scenario) return ExitCode.WrongInput;
        if (readAccess(ClustersOf(scenario)) is not { } access) return ExitCode.WrongInput;
        using var interruption = new Interruption(screen.Interruption);
        var run = new ServedRun(scenario with { Duration = NoEnd }, new ClusterClock(DateTimeOffset.UtcNow));
        await using var host = new ServeHost(run, new ServeOptions { Port = port, Speed = speed, Access = access.Access });
        await host.Start();
        if (!access.WriteKubeconfig(host.Addresses, DateTimeOffset.UtcNow, screen)) return ExitCode.WrongInput;
        foreach (var (cluster, address) in host.Addresses) screen.Out.WriteLine($"{cluster}: {address}");
        await Task.WhenAny(host.Ended, Task.Delay(Timeout.Infinite, interruption.Token));
        await host.Stop();
        return ExitCode.Done;
    }

    private static IReadOnlyCollection<string> ClustersOf(Scenario scenario) =>
        [.. scenario.Clusters.Select(cluster => cluster.Name), .. scenario.Federation is null ? [] : (string[])[FederationSpec.Site]];
}
