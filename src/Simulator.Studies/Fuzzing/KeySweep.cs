using Simulator.Scenarios.Files;
using Simulator.World.Specification;

namespace Simulator.Studies.Fuzzing;

/// <summary>
/// Every key with every extreme value: those of the corpus where they stand, and keys of the scenario language that no file has in a small
/// scenario.
/// </summary>
internal static class KeySweep
{
    public static IEnumerable<FuzzCase> Of(FuzzCorpus corpus)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in corpus.Files.Where(file => !file.IsTable).OrderBy(file => file.Text.Length))
        {
            foreach (var site in file.Sites.Where(site => known.Add(site.Path)))
            {
                foreach (var value in ExtremeValues.All)
                {
                    yield return new FuzzCase(
                        $"{file.Name}: {site.Path}: {value}", file, site.Replaced(file.Text, value), 0, []);
                }
            }
        }

        var host = SmallScenario.In(corpus.Folder);
        foreach (var path in ScenarioSchema.Paths().Where(path => !known.Contains(path.Replace("[0]", "[]", StringComparison.Ordinal))))
        {
            foreach (var value in ExtremeValues.All)
            {
                yield return new FuzzCase($"--set {path}={value}", host, host.Text, 0, [new Setting(path, value)]);
            }
        }
    }
}
