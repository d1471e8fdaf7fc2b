"""The desk as a web application: Starlette, pages from templates, nothing fetched from elsewhere."""
