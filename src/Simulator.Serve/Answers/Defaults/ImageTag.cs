namespace Simulator.Serve.Answers.Defaults;

/// <summary>Tags of images (pkg/util/parsers/parsers.go of 1.3.10).</summary>
internal static class ImageTag
{
    /// <summary>No tag and no digest counts as latest; what is no image name has no tag at all.</summary>
    public static bool IsLatest(string image)
    {
        if (image.Length == 0 || image.Any(c => char.IsWhiteSpace(c))) return false;
        if (image.Contains('@', StringComparison.Ordinal)) return false;
        var name = image[(image.LastIndexOf('/') + 1)..];
        var at = name.IndexOf(':', StringComparison.Ordinal);
        if (image.Any(char.IsAsciiLetterUpper) && IsUpperOutsideTag(image)) return false;
        return at < 0 || name[(at + 1)..] == "latest";
    }

    private static bool IsUpperOutsideTag(string image)
    {
        var slash = image.LastIndexOf('/');
        var colon = image.IndexOf(':', slash + 1);
        var path = colon < 0 ? image : image[..colon];
        var first = path.IndexOf('/', StringComparison.Ordinal);
        var isHost = first > 0 && path[..first].IndexOfAny(['.', ':']) >= 0;
        return path[(isHost ? first : 0)..].Any(char.IsAsciiLetterUpper);
    }
}
