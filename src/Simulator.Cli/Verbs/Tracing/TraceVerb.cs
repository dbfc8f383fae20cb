using System.CommandLine;
using Simulator.Api.Words;
using Simulator.Cli.Output;

namespace Simulator.Cli.Verbs.Tracing;

/// <summary><c>simulator trace FILE... --format NAME</c></summary>
internal static class TraceVerb
{
    public static Command Create(Screen screen)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Files of a trace, or folders of them; packed (.gz) or not.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var format = new Option<string?>("--format") { Description = "How the trace is written: see --formats.", HelpName = "NAME" };
        var columns = new Option<string?>("--columns") { Description = "A column map of one's own instead.", HelpName = "MAP.yaml" };
        var formats = new Option<bool>("--formats") { Description = "List the formats." };
        var show = new Option<string?>("--show-columns")
        {
            Description = "Print the column map of a format, to copy it.",
            HelpName = "NAME",
        };
        var nodes = new Option<string?>("--nodes")
        {
            Description = "The trace's table of machines, or a list of Nodes (YAML or JSON).",
            HelpName = "FILE",
        };
        var scenario = new Option<string?>("--scenario")
        {
            Description = "Nodes, version and flags of this scenario's cluster.",
            HelpName = "FILE",
        };
        var machines = new Option<int?>("--machines") { Description = "So many machines that are alike.", HelpName = "COUNT" };
        var cpu = new Option<string?>("--cpu") { Description = "CPU of each of them.", HelpName = "AMOUNT" };
        var memory = new Option<string?>("--memory") { Description = "Memory of each; unlimited without it.", HelpName = "AMOUNT" };
        var gpus = new Option<int>("--gpus") { Description = "GPUs of each.", HelpName = "COUNT" };
        var kubernetes = new Option<string?>("--kubernetes")
        {
            Description = $"Version of the scheduler: {KubernetesOption.Known}.",
            HelpName = "VERSION",
        };
        var policy = new Option<string?>("--policy")
        {
            Description = "A policy file of the scheduler (of a version that has profiles: its configuration), without --scenario.",
            HelpName = "FILE",
        };
        var plugin = PluginOption.Create();
        var queue = new Option<string?>("--queue")
        {
            Description =
                "kubernetes: the scheduler's queue, back-off and pace; first-come: nobody overtakes; drop: who finds no place is dropped.",
            HelpName = "NAME",
        };
        queue.AcceptOnlyFromAmong([.. TraceQueues.Disciplines]);
        var place = new Option<string>("--place")
        {
            Description = $"Who chooses: {Wording.Listed(TraceQueues.Places)}.",
            DefaultValueFactory = _ => TraceQueues.Scheduler,
            HelpName = "NAME",
        };
        place.AcceptOnlyFromAmong([.. TraceQueues.Places]);
        var packing = new Option<string?>("--packing")
        {
            Description = "Pods come one by one in a drawn order and stay, until so much of all GPUs (or CPUs) is asked for.",
            HelpName = "130%",
        };
        var arrivals = new Option<string?>("--arrivals") { Description = "The same in the order of a file of names.", HelpName = "FILE" };
        var seed = new Option<ulong>("--seed") { Description = "Of what is drawn.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var until = new Option<string?>("--until") { Description = "Look at the trace so far only.", HelpName = "DURATION" };
        var giveUp = new Option<string?>("--give-up") { Description = "A pod that waits longer is rejected.", HelpName = "DURATION" };
        var folder = new Option<string?>("--out") { Description = "Where results go; results/NAME-trace otherwise.", HelpName = "FOLDER" };
        var (json, quiet) = (OutputOption.Json(), OutputOption.Quiet());
        var verb = new Command(
            "trace", "Places the pods of a published trace: how many, how long they wait, why not, how full the machines are.")
        {
            files, format, columns, formats, show, nodes, scenario, machines, cpu, memory, gpus, kubernetes, policy, plugin, queue, place,
            packing,
            arrivals, seed,
            until, giveUp, folder, json, quiet,
        };
        verb.SetAction(parsed =>
        {
            if (parsed.GetValue(formats)) return FormatList.Write(parsed.GetValue(json), screen);
            if (parsed.GetValue(show) is { } shown) return FormatList.Show(shown, screen);
            var asked = new TraceOptions
            {
                Files = parsed.GetValue(files) ?? [],
                Format = parsed.GetValue(format),
                Columns = parsed.GetValue(columns),
                Nodes = parsed.GetValue(nodes),
                Scenario = parsed.GetValue(scenario),
                Machines = parsed.GetValue(machines),
                Cpu = parsed.GetValue(cpu),
                Memory = parsed.GetValue(memory),
                Gpus = parsed.GetValue(gpus),
                Kubernetes = parsed.GetValue(kubernetes) ?? "",
                Policy = parsed.GetValue(policy),
                Plugins = PluginOption.Read(parsed, plugin),
                Queue = parsed.GetValue(queue) ?? "",
                Place = parsed.GetRequiredValue(place),
                Arrivals = parsed.GetValue(arrivals),
                Seed = parsed.GetValue(seed),
                Folder = parsed.GetValue(folder),
                Output = OutputOption.Read(parsed, json, quiet),
            };
            return TraceWords.Read(asked, parsed.GetValue(packing), parsed.GetValue(until), parsed.GetValue(giveUp), screen) is { } options
                ? new TraceWork(options, screen).Do()
                : ExitCode.WrongInput;
        });
        return verb;
    }
}
