using Xunit;

namespace Simulator.Tests.Quality;

/// <summary>Of complaints about sources there is none; else all of them are told, a line each.</summary>
internal static class None
{
    public static void Of(IEnumerable<string> complaints)
    {
        var all = complaints.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }
}
