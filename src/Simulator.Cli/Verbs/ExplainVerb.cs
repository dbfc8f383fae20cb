using System.CommandLine;
using Simulator.Cli.Output;
using Simulator.Scenarios.Files;
using Simulator.Studies.Runs;

namespace Simulator.Cli.Verbs;

/// <summary><c>simulator explain RUN pod|node|hpa|dns NAME</c></summary>
internal static class ExplainVerb
{
    public static Command Create(Screen screen)
    {
        var run = new Argument<string>("RUN") { Description = "A results folder or a scenario file." };
        var kind = new Argument<string>("KIND")
        {
            Description = "pod, node or hpa; dns: a federated service; nodes: why there are so many.",
        };
        kind.AcceptOnlyFromAmong("pod", "node", "hpa", "dns", "nodes");
        var name = new Argument<string>("NAME")
        {
            Description = "Its name; for a pod, hpa or dns also NAMESPACE/NAME; nothing for nodes.",
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => "",
        };
        var at = new Option<string?>("--at")
        {
            Description = "The moment to look at, as 1:20:00 or 80m; the end of the run otherwise.",
            HelpName = "TIME",
        };
        var space = new Option<string?>("--namespace")
        {
            Description = "Where the pod or hpa is, if its name is not the only one.",
            HelpName = "NS",
        };
        var cluster = new Option<string?>("--cluster") { Description = "Which cluster, if there are several.", HelpName = "NAME" };
        var seed = new Option<ulong?>("--seed") { Description = "Instead of the run's own seed.", HelpName = "N" };
        var set = SettingOption.Create();
        var plugin = PluginOption.Create();
        var json = OutputOption.Json();
        var verb = new Command(
            "explain",
            "Says why a pod is where it is, what happened to a node, why a horizontal autoscaler did what it did, what DNS told whom of a "
                + "federated service, or why there are so many nodes. It runs the scenario again from its seed.")
            {
                run,
                kind,
                name,
                at,
                space,
                cluster,
                seed,
                set,
                plugin,
                json,
            };
        verb.SetAction(parsed => SettingOption.Read(parsed, set, screen) is not { } settings ? ExitCode.WrongInput : Explain(
            new ExplainOptions(parsed.GetRequiredValue(run), parsed.GetRequiredValue(kind), parsed.GetValue(name) ?? "")
            {
                At = parsed.GetValue(at),
                Namespace = parsed.GetValue(space),
                Cluster = parsed.GetValue(cluster),
                Seed = parsed.GetValue(seed),
                Settings = [.. PluginOption.Read(parsed, plugin), .. settings],
                IsJson = parsed.GetValue(json),
            },
            screen));
        return verb;
    }

    private static int Explain(ExplainOptions options, Screen screen)
    {
        if (ExplainedRun.Find(options.Run, screen) is not { } found) return ExitCode.WrongInput;
        var file =
            ScenarioReader.Read(found.Scenario, MeasureNames.Instance, [.. found.Settings, .. options.Settings.Except(found.Settings)]);
        if (file.Scenario is not { } read)
        {
            DiagnosticText.Write(file.Diagnostics, screen);
            return ExitCode.WrongInput;
        }

        var scenario = read with { Seed = options.Seed ?? found.Seed ?? read.Seed };
        if (Moment.Parse(options.At, scenario.Duration, out var problem) is not { } at) return screen.Refuse(problem);
        if (options.Cluster is { } cluster && scenario.Clusters.All(spec => spec.Name != cluster))
        {
            return screen.Refuse(
                $"--cluster {cluster}: there is no such cluster; there are "
                    + $"{string.Join(", ", scenario.Clusters.Select(spec => spec.Name))}");
        }
        using var interruption = new Interruption(screen.Interruption, screen.TellInterrupted);
        var explanation = new Explanation(scenario, options, screen, interruption.Token);
        if (options.Name.Length == 0 && options.Kind != "nodes") return screen.Refuse($"explain {options.Kind} needs a name");
        var problemOfName = options.Kind switch
        {
            "pod" => explanation.OfPod(at),
            "node" => explanation.OfNode(at),
            "hpa" => explanation.OfAutoscaler(at),
            "dns" => explanation.OfDns(at),
            _ => explanation.OfNodes(at),
        };
        if (problemOfName is not null) return screen.Refuse(problemOfName);
        if (at == scenario.Duration) found.Compare(explanation.Digest, screen);
        return ExitCode.Done;
    }
}
