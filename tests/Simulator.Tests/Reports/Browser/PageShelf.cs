using System.Collections.Concurrent;
using Simulator.Reports.Html.Studies;
using Simulator.Tests.Reports.Studies;

namespace Simulator.Tests.Reports.Browser;

/// <summary>Pages of all kinds, written once, and a browser to see them.</summary>
public sealed class PageShelf : IAsyncDisposable
{
    internal const string Study = "a study";
    private readonly string _root = Directory.CreateTempSubdirectory("page").FullName;
    private readonly ConcurrentDictionary<string, Lazy<string>> _files = new(StringComparer.Ordinal);

    public HeadlessBrowser Browser { get; } = new();

    /// <returns>The file.</returns>
    public string Page(string name) => _files.GetOrAdd(name, key => new Lazy<string>(() => Write(key))).Value;

    public string Text(string name, string html)
    {
        var file = Path.Combine(_root, name);
        File.WriteAllText(file, html);
        return file;
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    private string Write(string name)
    {
        if (name == Study) return Text("study.html", StudyPage.Write(SampleStudy.Content));
        var folder = Path.Combine(_root, name.Replace(' ', '-'));
        TinyRun.Write(folder, PageTests.Records[name]());
        return Path.Combine(folder, "report.html");
    }
}
