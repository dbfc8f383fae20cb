using System.CommandLine;
using Simulator.Api.Documents;
using Simulator.Cli.Output;
using Simulator.Reports.Files;
using Simulator.Scenarios.Export;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs.Exporting;

/// <summary><c>simulator export kwok SCENARIO -o FOLDER</c></summary>
internal static class ExportKwokVerb
{
    public static Command Create(Screen screen)
    {
        var path = new Argument<string>("SCENARIO") { Description = "The scenario file." };
        var folder = new Option<string>("--out", "-o") { Description = "Folder for the manifests.", HelpName = "FOLDER", Required = true };
        var taint = new Option<bool>("--taint")
        {
            Description = "Give each node KWOK's taint, too (kwok.x-k8s.io/node=fake:NoSchedule): pods that belong there must tolerate it.",
        };
        var (set, plugin) = (SettingOption.Create(), PluginOption.Create());
        var verb = new Command("kwok", "Writes nodes and workloads as manifests for a real control plane with KWOK.")
        {
            path, folder, taint, set, plugin,
        };
        verb.SetAction(parsed => SettingOption.Read(parsed, set, screen) is { } settings
            ? Export(
                parsed.GetRequiredValue(path), parsed.GetRequiredValue(folder), [.. PluginOption.Read(parsed, plugin), .. settings],
                parsed.GetValue(taint), screen)
            : ExitCode.WrongInput);
        return verb;
    }

    private static int Export(string path, string folder, IReadOnlyList<Setting> settings, bool marksNodes, Screen screen)
    {
        var diagnostics = new Diagnostics();
        var export = KwokExport.Read(path, settings, diagnostics, marksNodes);
        if (export is null || diagnostics.HasErrors)
        {
            DiagnosticText.Write(diagnostics, screen);
            return ExitCode.WrongInput;
        }

        var written = 0;
        try
        {
            foreach (var (file, write) in export.Files())
            {
                var target = Path.Combine(folder, file);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                AtomicFile.Write(target, write);
                written++;
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return screen.Refuse($"--out {folder}: {failure.Message}");
        }

        foreach (var left in export.LeftOut()) screen.Tell($"not among the manifests: {left}", "yellow");
        screen.Out.WriteLine($"wrote {written} files to {ShellWord.Of(folder)}: kubectl apply -f CLUSTER/nodes.yaml, then its workloads");
        return ExitCode.Done;
    }
}
