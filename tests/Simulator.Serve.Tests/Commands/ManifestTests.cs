using Simulator.Api.Documents;
using Simulator.Scenarios.Files;
using Simulator.Serve.Hosting;
using Simulator.Serve.Minikube;
using Simulator.Serve.Runs;
using Simulator.Serve.Tests.Serving;
using Xunit;

namespace Simulator.Serve.Tests.Commands;

/// <summary>
/// Manifests of the time of 1.3, which are not part of the project: they are looked for in the folder that SIMULATOR_MANIFESTS names, and
/// each is created with the real kubectl in a fresh cluster like Minikube's.
/// </summary>
public sealed class ManifestTests
{
    /// <summary>
    /// What 1.3.10 refuses in them, too: kinds that it does not have, namespaces that are not there, and files of no object.
    /// </summary>
    private static readonly string[] Rightly = ["no matches for kind", "namespaces \"", "is invalid:", "is forbidden:"];

    [Fact(Explicit = true)]
    public async Task Each_is_taken_or_refused_in_the_words_of_the_API()
    {
        var folder = Environment.GetEnvironmentVariable("SIMULATOR_MANIFESTS");
        Assert.SkipUnless(Directory.Exists(folder), "SIMULATOR_MANIFESTS names no folder of manifests");
        Assert.SkipWhen(Kubectl.Program is null, "no kubectl is installed");
        List<string> wrong = [];
        foreach (var file in FilesBelow(folder!))
        {
            var (code, text) = await Create(file);
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{code} {Path.GetRelativePath(folder!, file)}: {text.ReplaceLineEndings("; ")}");
            if (code != 0 && !Rightly.Any(words => text.Contains(words, StringComparison.Ordinal))) wrong.Add($"{file}: {text}");
        }

        Assert.Empty(wrong);
    }

    private static IEnumerable<string> FilesBelow(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".yaml" or ".yml" or ".json")
            .Order(StringComparer.Ordinal);

    private static async Task<(int Code, string Text)> Create(string file)
    {
        var diagnostics = new Diagnostics();
        var document = MinikubeScenario.Document;
        var scenario = ScenarioReader.Read(document, diagnostics).Scenario!;
        var run = new ServedRun(new ServedScenario(scenario, document, []), Served.Origin);
        Addons.Create(run.Doors[0]);
        await using var host = new ServeHost(run, new ServeOptions { Port = 0, Speed = Speed.Paused });
        await host.Start();
        var home = Directory.CreateTempSubdirectory("kubectl").FullName;
        var answer = await new Kubectl(host.Addresses[0].Address, home).Run($"create -f {file}");
        Directory.Delete(home, recursive: true);
        return answer;
    }
}
