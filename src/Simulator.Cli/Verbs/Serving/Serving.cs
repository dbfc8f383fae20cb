using System.Net;
using System.Net.Sockets;
using Simulator.Api.Documents;
using Simulator.Cli.Output;
using Simulator.Scenarios.Files;
using Simulator.Serve.Hosting;
using Simulator.Serve.Keeping;
using Simulator.Serve.Minikube;
using Simulator.Serve.Runs;
using Simulator.Studies.Runs;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs.Serving;

/// <summary>Serves what was asked for, until somebody stops it.</summary>
internal sealed class Serving(ServeCommand wanted, Screen screen)
{
    /// <summary>A fact of the state folder.</summary>
    private const string AddonsMade = "add-ons made";

    private ServedScenario? _served;
    private GivenAccess? _access;
    private StateFolder? _state;
    private CommandRecord? _record;

    public async Task<int> Run()
    {
        if (ReadSpeed() is not { } speed || !CanRecord() || Read() is not { } served || !HaveState()) return ExitCode.WrongInput;
        if (wanted.Access(ClustersOf(served.Scenario)) is not { } access) return ExitCode.WrongInput;
        (_served, _access) = (served, access);
        if (!PortsFit()) return ExitCode.WrongInput;
        using (_state)
        {
            if (Begin() is not { } run) return ExitCode.WrongInput;
            var options = new ServeOptions { Port = wanted.Port, Speed = speed, Access = access.Access };
            return await Serve(run, _state is null ? options : options with { NowAndThen = _state.Note });
        }
    }

    private async Task<int> Serve(ServedRun run, ServeOptions options)
    {
        using var interruption = new Interruption(screen.Interruption);
        await using var host = new ServeHost(run, options);
        try
        {
            await host.Start();
        }
        catch (Exception taken) when (taken is IOException or SocketException)
        {
            return Refuse($"--port {wanted.Port}  {taken.Message.TrimEnd('.')}; --port and --secure-port take others");
        }

        if (!_access!.WriteKubeconfig(host.Addresses, DateTimeOffset.UtcNow, screen)) return ExitCode.WrongInput;
        Welcome(host, options);
        await Task.WhenAny(host.Ended, Task.Delay(Timeout.Infinite, interruption.Token));
        if (host.Ended.IsFaulted) await host.Ended;
        await host.Stop();
        Finish(run);
        return ExitCode.Done;
    }

    private void Welcome(ServeHost host, ServeOptions options)
    {
        foreach (var (cluster, address) in host.Addresses) screen.Out.WriteLine($"{cluster}: {_access!.Kubectl(cluster, address)}");
        var pages = host.Addresses.DistinctBy(port => port.Cluster).Select(port => $"{port.Address}/dashboard/");
        screen.Out.WriteLine($"dashboard: {string.Join(", ", pages)}");
        screen.Out.WriteLine($"clock: {options.Speed}; simulator clock {_access!.Reach(host.Addresses[0].Address)} --speed 60x");
        screen.Out.Flush();
    }

    private void Finish(ServedRun run)
    {
        _state?.Note(run);
        var end = run.Finish();
        screen.Out.WriteLine($"served {GoDuration.Format(end)} of simulated time, digest {run.Digest}");
        if (_record is null) return;
        var folder = Path.GetDirectoryName(Path.GetFullPath(wanted.Record!))!;
        File.WriteAllText(wanted.Record!, _record.Text(run.Scenario.Served!, end, folder));
        var leftOut = _record.LeftOut == 0 ? "" : $"; {_record.LeftOut} writes of objects that nobody acts upon are not in it";
        var plugins = SettingOption.Shown(wanted.Settings.Where(setting => setting.IsPlugin));
        screen.Out.WriteLine($"{wanted.Record}: simulator run {wanted.Record}{plugins} does it again{leftOut}");
    }

    private static IReadOnlyCollection<string> ClustersOf(Scenario scenario) =>
        [.. scenario.Clusters.Select(cluster => cluster.Name), .. scenario.Federation is null ? [] : (string[])[FederationSpec.Site]];

    private ServedRun? Begin()
    {
        var now = DateTimeOffset.UtcNow;
        _record = wanted.Record is null ? null : new CommandRecord(_served!);
        IReadOnlyList<ICommandLog> logs = _record is null ? [] : [_record];
        try
        {
            var run = _state is null ? new ServedRun(_served!, now, logs) : Recovery.Begin(_served!, _state, now, logs);
            if (wanted.IsMinikube) HaveAddons(run);
            return run;
        }
        catch (IOException broken)
        {
            Refuse($"--state {wanted.State}  {broken.Message}");
            return null;
        }
    }

    /// <summary>Once: whoever deletes one does not get it back with the next start.</summary>
    private void HaveAddons(ServedRun run)
    {
        if (_state?.Fact(AddonsMade) is not null) return;
        Addons.Create(run.Doors[0]);
        _state?.SetFact(AddonsMade, "yes");
    }

    private ServedScenario? Read()
    {
        if (wanted.IsMinikube == wanted.Path is not null)
        {
            Refuse(wanted.IsMinikube ? "--minikube stands instead of a scenario; allowed is one of the two"
                : "there is no scenario to serve; allowed are a file, or --minikube");
            return null;
        }

        var diagnostics = new Diagnostics();
        var document = wanted.IsMinikube ? MinikubeScenario.Document : ScenarioReader.ReadTree(wanted.Path!, diagnostics);
        var scenario = document is null
            ? null
            : ScenarioReader.Read(document, diagnostics, MeasureNames.Instance, wanted.Settings).Scenario;
        DiagnosticText.Write(diagnostics, screen);
        return scenario is null || !TryEnd(out var end) ? null : new ServedScenario(scenario, document!, wanted.Settings) { End = end };
    }

    private bool TryEnd(out TimeSpan? end)
    {
        end = null;
        if (wanted.Until is null) return true;
        var isTime = GoDuration.TryParse(wanted.Until, out var until) && until > TimeSpan.Zero && until < ByHandEntries.End;
        end = until;
        if (!isTime) Refuse($"--until {wanted.Until}  allowed is a time such as 30m, of less than a year");
        return isTime;
    }

    private Speed? ReadSpeed()
    {
        if (Speed.TryParse(wanted.Speed, out var speed)) return speed;
        Refuse($"--speed {wanted.Speed}  {Speed.Allowed}");
        return null;
    }

    /// <summary>Each cluster, and the federation, has one after the other.</summary>
    private bool PortsFit()
    {
        var last = IPEndPoint.MaxPort + 1 - ClustersOf(_served!.Scenario).Count;
        return Fits("--port", wanted.Port, last) && Fits("--secure-port", _access!.Access.Secure?.Port ?? 0, last);
    }

    private bool Fits(string option, int port, int last)
    {
        if (port >= 0 && port <= last) return true;
        Refuse($"{option} {port}  allowed is 0 for any that is free, or 1 to {last}");
        return false;
    }

    private bool HaveState()
    {
        try
        {
            _state = wanted.State is null ? null : StateFolder.Open(wanted.State);
            return true;
        }
        catch (IOException broken)
        {
            Refuse($"--state {wanted.State}  {broken.Message}");
            return false;
        }
    }

    /// <summary>Whoever works for hours is not told at the end that it was for nothing.</summary>
    private bool CanRecord()
    {
        if (wanted.Record is null) return true;
        try
        {
            using var file = File.Open(wanted.Record, FileMode.OpenOrCreate, FileAccess.Write);
            return true;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            Refuse($"--record {wanted.Record}  {broken.Message}");
            return false;
        }
    }

    private int Refuse(string why)
    {
        screen.Tell(why, "red");
        return ExitCode.WrongInput;
    }
}
