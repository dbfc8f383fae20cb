using System.CommandLine;
using Simulator.Api.Documents;
using Simulator.Cli.Output;
using Simulator.ControlPlane.Versions;
using Simulator.Scenarios.Import;

namespace Simulator.Cli.Verbs.Importing;

/// <summary><c>simulator import cluster INPUT... -o FOLDER</c></summary>
internal static class ImportClusterVerb
{
    public static Command Create(Screen screen)
    {
        var inputs = new Argument<string[]>("INPUT")
        {
            Description = "Dumps of one cluster: files of kubectl get -o json or yaml, folders and archives (must-gather, support bundle, "
                + "kubectl cluster-info dump), packed or not.",
            Arity = ArgumentArity.OneOrMore,
        };
        var folder = new Option<string>("--out", "-o") { Description = "Folder of the scenario.", HelpName = "FOLDER", Required = true };
        var anonymise = new Option<bool>("--anonymise")
        {
            Description = "Replace names of namespaces, objects, nodes and images and values of labels, each by the same word everywhere; "
                + "keys of labels and names of resources stay.",
        };
        var version = new Option<string>("--kubernetes")
        {
            Description = $"Version under which it goes on, and by which its fitness is judged: {KubernetesOption.Known}.",
            HelpName = "VERSION",
            DefaultValueFactory = _ => KubernetesVersions.Default.Name,
        };
        version.AcceptOnlyFromAmong([.. KubernetesVersions.Names]);
        var json = OutputOption.Json();
        var verb = new Command("cluster", "Makes a scenario of a cluster's dump: the very nodes, and the pods where they are.")
        {
            inputs, folder, anonymise, version, json,
        };
        verb.SetAction(parsed => Import(
            parsed.GetRequiredValue(inputs), parsed.GetRequiredValue(folder),
            diagnostics => new ClusterImport(diagnostics)
            {
                IsAnonymous = parsed.GetValue(anonymise),
                Version = parsed.GetRequiredValue(version),
            }, parsed.GetValue(json), screen));
        return verb;
    }

    private static int Import(
        string[] inputs, string folder, Func<Diagnostics, ClusterImport> importOf, bool isJson, Screen screen)
    {
        var diagnostics = new Diagnostics();
        var answer = Run(inputs, folder, importOf(diagnostics), screen);
        foreach (var diagnostic in diagnostics.All) screen.Tell(diagnostic.ToString(), answer is null ? "red" : "yellow");
        if (answer is null) return ExitCode.WrongInput;
        if (isJson) JsonText.Write(ImportDocument.Of(answer, diagnostics), screen.Out);
        else Tell(answer, folder, screen.Out);
        return ExitCode.Done;
    }

    private static ImportAnswer? Run(string[] inputs, string folder, ClusterImport import, Screen screen)
    {
        try
        {
            return import.Run(inputs, folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return screen.Refuse<ImportAnswer>($"--out {folder}: {failure.Message}");
        }
    }

    private static void Tell(ImportAnswer answer, string folder, TextWriter @out)
    {
        foreach (var line in ImportText.Counts(answer)) @out.WriteLine(line);
        foreach (var line in ImportText.Omissions(answer)) @out.WriteLine(line);
        foreach (var line in ImportText.Fitness(answer)) @out.WriteLine(line);
        var scenario = ShellWord.Of(Path.Combine(folder, "scenario.yaml"));
        @out.WriteLine($"next: simulator run {scenario} --set 'outages[+]={{ at: 5m, kind: power-loss, {LossOf(answer)} }}'");
    }

    private static string LossOf(ImportAnswer answer) => answer.Zones > 1 ? "zone: ZONE" : "node: NODE";
}
