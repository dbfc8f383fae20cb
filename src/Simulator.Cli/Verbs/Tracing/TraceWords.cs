using System.Globalization;
using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.Cli.Output;
using Simulator.ControlPlane.Versions;

namespace Simulator.Cli.Verbs.Tracing;

/// <summary>Checks what was typed, all at once.</summary>
internal static class TraceWords
{
    private const double PercentMax = 1000;

    private const int MachinesMax = 1_000_000;

    private const int GpusMax = 1024;

    /// <summary>Null, and sentences, if something is wrong.</summary>
    public static TraceOptions? Read(TraceOptions options, string? packing, string? until, string? giveUp, Screen screen)
    {
        var problems = new List<string>();
        var read = options with
        {
            Packing = Percent(packing, problems),
            Until = Duration("--until", until, problems),
            Patience = Duration("--give-up", giveUp, problems),
        };
        problems.AddRange(Contradictions(read));
        foreach (var problem in problems) screen.Tell(problem, "red");
        return problems.Count == 0 ? read : null;
    }

    private static IEnumerable<string> Contradictions(TraceOptions options)
    {
        if (options.Files.Count == 0)
        {
            yield return "no file is given; allowed are files of a trace (simulator trace --formats lists formats)";
        }
        if (options.Format is null == options.Columns is null) yield return "allowed is one of --format NAME and --columns MAP.yaml";
        var places = new[] { options.Nodes is not null, options.Scenario is not null, options.Machines is not null }.Count(given => given);
        if (places > 1) yield return "allowed is one of --nodes, --scenario and --machines";
        if (options.Machines is { } machines and not (> 0 and <= MachinesMax))
        {
            yield return $"--machines {machines}: allowed are 1 to {MachinesMax:N0}";
        }
        if (options.Machines is null && (options.Cpu is not null || options.Memory is not null || options.Gpus != 0))
        {
            yield return "--cpu, --memory and --gpus say what each of --machines has; give that, too";
        }

        if (options.Gpus is not (>= 0 and <= GpusMax)) yield return $"--gpus {options.Gpus}: allowed are 0 to {GpusMax}";
        if (options.Kubernetes.Length > 0 && KubernetesVersions.Find(options.Kubernetes) is null)
        {
            yield return $"--kubernetes {Wording.Shortened(options.Kubernetes)}: allowed are {KubernetesOption.Known}";
        }

        if (options.Queue == TraceQueues.Kubernetes && !options.PlacesItself)
        {
            yield return $"--queue {TraceQueues.Kubernetes} is the scheduler's own; with --place {options.Place} allowed are "
                + $"{TraceQueues.FirstCome} and {TraceQueues.Drop}";
        }

        if (options is { Policy: not null, Scenario: not null }) yield return "--policy stands beside --scenario, which names its own";
        if (options.Policy is not null && places == 0) yield return "--policy decides among --nodes or --machines; give one of them";
        if (options is { Plugins.Count: > 0, Policy: null, Scenario: null })
        {
            yield return "--plugin brings rules that a policy names: give --policy FILE, or --scenario FILE with one";
        }

        if ((options.Policy is not null || options.Plugins.Count > 0) && !options.PlacesItself)
        {
            yield return $"--policy and --plugin are the scheduler's, and --place {options.Place} does not ask it";
        }

        if (options is { Packing: not null, Arrivals: not null }) yield return "allowed is one of --packing and --arrivals";
    }

    private static double? Percent(string? text, List<string> problems)
    {
        if (text is null) return null;
        if (double.TryParse(text.TrimEnd('%', ' '), NumberStyles.Float, CultureInfo.InvariantCulture, out var percent)
            && percent is > 0 and <= PercentMax)
        {
            return percent / 100;
        }

        problems.Add($"--packing {Wording.Shortened(text)}: allowed are percentages above 0 up to {PercentMax:0}, such as 130%");
        return null;
    }

    private static TimeSpan? Duration(string option, string? text, List<string> problems)
    {
        if (text is null) return null;
        if (GoDuration.TryParse(text, out var duration) && duration > TimeSpan.Zero) return duration;
        problems.Add($"{option} {Wording.Shortened(text)}: allowed is a duration above zero, such as 24h or 30m");
        return null;
    }
}
