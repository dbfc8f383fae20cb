using Simulator.Reports.Files;
using Xunit;

namespace Simulator.Tests.Reports.Studies;

public sealed class StudyFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("study").FullName;

    private string Folder => Path.Combine(_root, "results", "survive-a-zone");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_study_writes_its_files_beside_the_runs_and_leaves_those_alone()
    {
        StudyFolder.Write(Folder, SampleStudy.Content, []);
        File.WriteAllText(Path.Combine(Folder, "runs.jsonl"), "finished\n");
        File.Copy(Plot(SampleStudy.Content.Pictures[0].Name), Plot("of-an-earlier-study"));
        File.WriteAllText(Plot("of-the-user"), "<svg/>");
        StudyFolder.Refuse(Folder);
        StudyFolder.Write(Folder, SampleStudy.Content, [new NamedFile("runs.csv", text => text.WriteLine("seed"))]);
        Assert.Equal(
            ["plots", "report.html", "runs.csv", "runs.jsonl", "summary.md"],
            Directory.EnumerateFileSystemEntries(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["finished\n", "seed\n"], new[] { "runs.jsonl", "runs.csv" }.Select(name => File.ReadAllText(Path.Combine(Folder, name))));
        Assert.Equal(
            SampleStudy.Content.Pictures.Select(picture => $"{picture.Name}.svg").Append("of-the-user.svg").Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Path.Combine(Folder, "plots"), "*.svg").Select(Path.GetFileName).Order(StringComparer.Ordinal));

        string Plot(string name) => Path.Combine(Folder, "plots", name + ".svg");
    }

    [Fact]
    public void A_file_that_cannot_be_written_stays_as_it_was_and_leaves_nothing_half()
    {
        StudyFolder.Write(Folder, SampleStudy.Content, [new NamedFile("runs.csv", text => text.WriteLine("seed"))]);
        Assert.Throws<IOException>(() => StudyFolder.Write(Folder, SampleStudy.Content, [new NamedFile("runs.csv", Half)]));
        Assert.Equal("seed\n", File.ReadAllText(Path.Combine(Folder, "runs.csv")));
        Assert.DoesNotContain(Directory.EnumerateFiles(Folder), file => file.EndsWith(".partial", StringComparison.Ordinal));

        static void Half(TextWriter text)
        {
            text.WriteLine("half a ro");
            throw new IOException("No space left on device");
        }
    }

    [Fact]
    public void A_folder_of_other_files_is_refused()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "photo.jpg"), "");
        Assert.Contains(
            "it has no runs.jsonl", Assert.Throws<IOException>(() => StudyFolder.Refuse(Folder)).Message, StringComparison.Ordinal);
    }

    /// <summary>A run replaces its folder; a thousand runs would be gone.</summary>
    [Fact]
    public void A_run_does_not_replace_a_study()
    {
        TinyRun.Write(Folder, TinyRun.Record(TinyRun.ZoneLoss));
        File.WriteAllText(Path.Combine(Folder, "runs.jsonl"), "finished\n");
        var refusal = Assert.Throws<IOException>(() => TinyRun.Write(Folder, TinyRun.Record(TinyRun.ZoneLoss)));
        Assert.Contains("holds the runs of a study", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<IOException>(() => FolderPlace.Reserve(Folder));
    }
}
