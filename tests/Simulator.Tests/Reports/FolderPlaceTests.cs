using Simulator.Reports.Files;
using Xunit;

namespace Simulator.Tests.Reports;

public sealed class FolderPlaceTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("places").FullName;

    private string Folder => Path.Combine(_root, "a", "results");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_run_that_comes_to_nothing_leaves_nothing()
    {
        FolderPlace.Reserve(Folder).Dispose();
        Assert.Empty(Directory.EnumerateFileSystemEntries(_root));
    }

    [Fact]
    public void One_run_at_a_time_writes_to_a_folder()
    {
        using (FolderPlace.Reserve(Folder))
        {
            var refusal = Assert.ThrowsAny<IOException>(() => FolderPlace.Reserve(Folder));
            Assert.Equal($"another run is writing to '{Folder}': wait for it, or choose another folder (--out).", refusal.Message);
        }

        FolderPlace.Reserve(Folder).Dispose();
    }

    [Fact]
    public void What_a_killed_run_has_left_is_cleared_and_what_was_put_there_is_kept()
    {
        TinyRun.Write(Folder, TinyRun.ZoneLoss);
        var left = Directory.CreateDirectory(Path.Combine(_root, "a", ".results.partial")).FullName;
        File.WriteAllText(Path.Combine(left, "pods.csv"), "half");
        File.WriteAllText(Path.Combine(left, "notes.txt"), "mine");
        FolderPlace.Reserve(Folder).Dispose();
        Assert.Equal(Folder, Assert.Single(Directory.EnumerateFileSystemEntries(Path.Combine(_root, "a"))));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(Folder, "notes.txt")));
    }

    [Fact]
    public void A_symbolic_link_stays_and_what_it_leads_to_is_filled()
    {
        var target = Directory.CreateDirectory(Path.Combine(_root, "elsewhere")).FullName;
        var link = Directory.CreateSymbolicLink(Path.Combine(_root, "link"), target).FullName;
        TinyRun.Write(link, TinyRun.ZoneLoss);
        TinyRun.Write(link, TinyRun.ZoneLoss);
        Assert.Equal(target, new DirectoryInfo(link).LinkTarget);
        Assert.True(File.Exists(Path.Combine(target, "summary.json")));
    }

    /// <summary>As on a mount point, whose name cannot change places with another.</summary>
    [Fact]
    public void Where_folders_cannot_change_places_files_do()
    {
        TinyRun.Write(Folder, TinyRun.ZoneLoss);
        File.WriteAllText(Path.Combine(Folder, "notes.txt"), "mine");
        File.WriteAllText(Path.Combine(Folder, "claims.csv"), "of an earlier run");
        var fresh = Path.Combine(_root, "fresh");
        TinyRun.Write(fresh, TinyRun.ZoneLoss);
        File.WriteAllText(Path.Combine(fresh, "pods.csv"), "new");
        Leftovers.MoveOver(fresh, Folder);
        Assert.Equal("new", File.ReadAllText(Path.Combine(Folder, "pods.csv")));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(Folder, "notes.txt")));
        Assert.False(File.Exists(Path.Combine(Folder, "claims.csv")));
        Assert.True(File.Exists(Path.Combine(Folder, "summary.json")));
        Assert.False(Directory.Exists(Path.Combine(Folder, ".partial")));
    }

    /// <summary>As on a mount point whose disk is full.</summary>
    [Fact]
    public void Files_that_cannot_be_moved_leave_nothing_half_there()
    {
        TinyRun.Write(Folder, TinyRun.ZoneLoss);
        var before = File.ReadAllText(Path.Combine(Folder, "summary.json"));
        var fresh = Path.Combine(_root, "fresh");
        TinyRun.Write(fresh, TinyRun.ZoneLoss);
        Directory.CreateDirectory(Path.Combine(Folder, ".partial", "pods.csv"));
        Assert.ThrowsAny<Exception>(() => Leftovers.MoveOver(fresh, Folder));
        Assert.False(Directory.Exists(Path.Combine(Folder, ".partial")));
        Assert.Equal(before, File.ReadAllText(Path.Combine(Folder, "summary.json")));
    }

    [Fact]
    public void Two_folders_change_places_in_one_step()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS()) Assert.Skip("Windows has no such step: files are moved one by one.");
        var (left, right) = (Path.Combine(_root, "left"), Path.Combine(_root, "right"));
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(left).FullName, "l"), "");
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(right).FullName, "r"), "");
        Assert.True(FolderExchange.TrySwap(left, right));
        Assert.True(File.Exists(Path.Combine(left, "r")) && File.Exists(Path.Combine(right, "l")));
        Assert.False(FolderExchange.TrySwap(left, Path.Combine(left, "inside")));
    }
}
