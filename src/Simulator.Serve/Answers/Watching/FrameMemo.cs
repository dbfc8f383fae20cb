using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Watching;

/// <summary>The frame that was made last: all who watch the same are told of a change one after the other.</summary>
internal sealed class FrameMemo
{
    private StoredDocument? _of;
    private string _what = "";
    private byte[] _frame = [];

    /// <param name="what">Frames of one object that differ have different names.</param>
    public byte[] Of(StoredDocument stored, string what, Func<byte[]> make)
    {
        if (ReferenceEquals(stored, _of) && what == _what) return _frame;
        (_of, _what, _frame) = (stored, what, make());
        return _frame;
    }
}
