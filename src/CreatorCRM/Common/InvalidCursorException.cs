namespace CreatorCRM.Common;

public sealed class InvalidCursorException(string message) : Exception(message);
